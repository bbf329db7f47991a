package dev.tidewatch.generator.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.series.TimeSeries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

@Timeout(60)
class KinesisSinkTest {
  private final FakeKinesis kinesis = new FakeKinesis();

  @Test
  void losesAndDoublesNothingWhenThreeOfTenEntriesAreRefused() {
    kinesis.refuses = 0.3;
    KinesisSink sink = sink();

    send(sink, 100_000, 1_000);
    sink.close();

    assertThat(new HashSet<>(texts(kinesis.stored()))).hasSize(100_000);
    assertThat(kinesis.stored()).hasSize(100_000);
    assertThat(sink.delivery().arrived()).isEqualTo(100_000);
    assertThat(sink.delivery().resent()).isBetween(40_000L, 46_000L);
    assertThat(sink.delivery().doubtful()).isZero();
  }

  @Test
  void keepsTheOrderOfEverySeriesAndOfAllButForARound() {
    kinesis.refuses = 0.3;
    KinesisSink sink = sink();

    send(sink, 20_000, 50);
    sink.close();

    Map<String, Integer> last = new HashMap<>();
    int newest = 0;
    for (PutRecordsRequestEntry entry : kinesis.stored()) {
      int number = Integer.parseInt(entry.data().asUtf8String());
      assertThat(number).isGreaterThan(last.getOrDefault(entry.partitionKey(), -1));
      assertThat(number / 50).isGreaterThanOrEqualTo(newest / 50);
      last.put(entry.partitionKey(), number);
      newest = Math.max(newest, number);
    }
  }

  @Test
  void sendsOnlyWhatWasRefusedAgain() {
    kinesis.refuses = 0.3;
    KinesisSink sink = sink();

    send(sink, 1_000, 1_000);
    sink.close();

    long entries = kinesis.requests().stream().mapToLong(one -> one.records().size()).sum();
    assertThat(entries).isEqualTo(1_000 + sink.delivery().resent());
  }

  @Test
  void keepsToTheLimitsOfARequestAndToAFewAtATime() {
    KinesisSink sink = sink();

    send(sink, 10_000, 5_000);
    RecordBuffer large = new RecordBuffer().put(new byte[1_000_000]);
    IntStream.range(0, 12).forEach(i -> sink.send(series(i), large));
    sink.close();

    assertThat(kinesis.requests()).allMatch(one -> one.records().size() <= 500);
    assertThat(kinesis.requests()).allMatch(one -> bytes(one) <= 5 * 1_024 * 1_024);
    assertThat(kinesis.mostRunning()).isBetween(1, KinesisSink.MAX_IN_FLIGHT);
    assertThat(kinesis.stored()).hasSize(10_012);
  }

  @Test
  void waitsOutThrottlingHoweverLongItTakes() {
    kinesis.refusesWholeRequests = 10 * BatchSender.MAX_UNANSWERED;
    KinesisSink sink = sink();

    send(sink, 100, 100);
    sink.close();

    assertThat(kinesis.stored()).hasSize(100);
    assertThat(sink.delivery().resent()).isEqualTo(100L * 10 * BatchSender.MAX_UNANSWERED);
  }

  @Test
  void countsWhatMayBeDoubledSinceNoAnswerCame() {
    kinesis.losesAnswers = 0.1;
    KinesisSink sink = sink();

    send(sink, 10_000, 100);
    sink.close();

    assertThat(new HashSet<>(texts(kinesis.stored()))).hasSize(10_000);
    assertThat(kinesis.stored()).hasSize(10_000 + (int) sink.delivery().doubtful());
    assertThat(sink.delivery().doubtful()).isPositive();
  }

  @Test
  void givesUpOnAStreamThatAnswersNothing() {
    kinesis.silent = true;
    KinesisSink sink = sink();
    send(sink, 10, 10);

    assertThatThrownBy(sink::close)
        .isInstanceOf(SinkException.class)
        .hasMessage(
            "stream 'shop' gave no answer 30 times in a row: Unable to execute HTTP request:"
                + " Connect refused");
  }

  @Test
  void saysThatAStreamDoesNotExist() {
    kinesis.failure = ResourceNotFoundException.builder().message("no").statusCode(400).build();
    KinesisSink sink = sink();
    send(sink, 10, 10);

    assertThatThrownBy(sink::flush)
        .isInstanceOf(SinkException.class)
        .hasMessage("stream 'shop' does not exist; create it, or use --create-stream");
    assertThat(kinesis.requests()).hasSize(1);
  }

  @Test
  void tellsWhyAStreamRefuses() {
    kinesis.failure = FakeKinesis.error("AccessDeniedException", 400);
    KinesisSink sink = sink();
    send(sink, 10, 10);

    assertThatThrownBy(sink::flush)
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("stream 'shop' refuses records: AccessDeniedException happened");
  }

  @Test
  void cutsKeysThatAreTooLongAndStillTellsThemApart() {
    String one = KinesisSink.partitionKey("x".repeat(300) + "1");
    String other = KinesisSink.partitionKey("x".repeat(300) + "2");

    assertThat(one).hasSize(256).isNotEqualTo(other);
    assertThat(KinesisSink.partitionKey("platform=web")).isEqualTo("platform=web");
  }

  private KinesisSink sink() {
    return new KinesisSink(
        kinesis, "shop", new BackOff(Duration.ofNanos(1), Duration.ofMillis(1), new Random(7)));
  }

  private static void send(KinesisSink sink, int records, int keys) {
    List<TimeSeries> series = new ArrayList<>();
    IntStream.range(0, keys).forEach(key -> series.add(series(key)));
    RecordBuffer buffer = new RecordBuffer();
    for (int i = 0; i < records; i++) {
      byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
      sink.send(series.get(i % keys), buffer.clear().put(text));
    }
  }

  private static TimeSeries series(int key) {
    return new TimeSeries(key, "series=" + key, List.of());
  }

  private static List<String> texts(List<PutRecordsRequestEntry> entries) {
    return entries.stream().map(entry -> entry.data().asUtf8String()).toList();
  }

  private static long bytes(PutRecordsRequest request) {
    return request.records().stream()
        .mapToLong(entry -> entry.data().asByteArrayUnsafe().length + entry.partitionKey().length())
        .sum();
  }
}
