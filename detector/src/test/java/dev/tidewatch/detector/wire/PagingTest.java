package dev.tidewatch.detector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAlertsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListMetricSetsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;

class PagingTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 250).boxed().toList();

  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final InstantSource clock = () -> now;
  private final Paging paging = paging("key");

  @Test
  void aHundredAtATimeUntilTheLast() {
    List<Integer> seen = new ArrayList<>();
    String token = null;
    do {
      Page<Integer> page = page(ListAlertsRequest.builder().nextToken(token).build());
      assertThat(page.items()).hasSizeLessThanOrEqualTo(100);
      seen.addAll(page.items());
      token = page.nextToken();
    } while (token != null);

    assertThat(seen).isEqualTo(NUMBERS);
  }

  @Test
  void exactlyOnePageHasNoToken() {
    assertThat(page(ListAlertsRequest.builder().maxResults(10).build()).nextToken()).isNotNull();
    Page<Integer> whole =
        paging.page(
            ListAlertsRequest.builder().maxResults(100).build(),
            (after, limit) -> NUMBERS.subList(0, 100),
            String::valueOf);

    assertThat(whole.nextToken()).isNull();
  }

  @Test
  void theSizeMayChangeFromPageToPage() {
    String token = page(ListAlertsRequest.builder().maxResults(3).build()).nextToken();

    assertThat(page(ListAlertsRequest.builder().maxResults(2).nextToken(token).build()).items())
        .containsExactly(3, 4);
  }

  @Test
  void noTokenLooksLikeAnOptionOfTheCommandLine() {
    for (int account = 0; account < 300; account++) {
      String arn = "arn:aws:lookoutmetrics:us-east-1:" + account + ":AnomalyDetector:shop";

      assertThat(page(ListAlertsRequest.builder().anomalyDetectorArn(arn).build()).nextToken())
          .doesNotStartWith("-");
    }
  }

  @Test
  void aTokenIsForOneOperationAndItsArguments() {
    String token = page(ListAlertsRequest.builder().build()).nextToken();

    assertRefused(ListMetricSetsRequest.builder().nextToken(token).build());
    assertRefused(
        ListAlertsRequest.builder().nextToken(token).anomalyDetectorArn("arn:other").build());
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    String token =
        paging("other")
            .page(ListAlertsRequest.builder().build(), this::items, String::valueOf)
            .nextToken();

    assertRefused(ListAlertsRequest.builder().nextToken(token).build());
  }

  @Test
  void aTokenExpiresAfterADay() {
    String token = page(ListAlertsRequest.builder().build()).nextToken();
    ListAlertsRequest next = ListAlertsRequest.builder().nextToken(token).build();

    now = now.plus(Duration.ofHours(24)).minusSeconds(1);
    assertThat(page(next).items()).startsWith(100);
    now = now.plusSeconds(1);
    assertThat(refusal(next).getMessage()).contains("NextToken: has expired after 24 hours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "AAAA", "ä", " "})
  void wordsOfOnesOwnAreRefused(String token) {
    assertRefused(ListAlertsRequest.builder().nextToken(token).build());
  }

  @Test
  void anyChangedByteIsNoticed() {
    String token = page(ListAlertsRequest.builder().build()).nextToken();
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= (byte) (1 + random.nextInt(255));
      assertRefused(
          ListAlertsRequest.builder()
              .nextToken(Base64.getUrlEncoder().encodeToString(changed))
              .build());
    }
  }

  private Paging paging(String key) {
    return new Paging(
        key.getBytes(StandardCharsets.UTF_8),
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return clock.instant();
          }
        });
  }

  private List<Integer> items(String after, int limit) {
    int from = after.isEmpty() ? 0 : Integer.parseInt(after) + 1;
    return NUMBERS.subList(from, Math.min(NUMBERS.size(), from + limit));
  }

  private Page<Integer> page(LookoutMetricsRequest request) {
    return paging.page(request, this::items, String::valueOf);
  }

  private void assertRefused(LookoutMetricsRequest request) {
    ApiError refused = refusal(request);
    assertThat(refused).isNotNull();
    assertThat(refused.type()).isEqualTo("ValidationException");
    assertThat(refused.getMessage())
        .contains("NextToken: is not one this server gave for these arguments");
  }

  private ApiError refusal(LookoutMetricsRequest request) {
    return catchThrowableOfType(ApiError.class, () -> page(request));
  }
}
