package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.SignedRequest.Header;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten thousand requests somebody changed on their way. */
class MutatedRequestsTest {
  private static final int TRIALS = 10_000;
  private static final long SEED = 20261128;

  private enum Change {
    METHOD,
    PATH,
    QUERY,
    BODY,
    SIGNED_HEADER,
    HOST,
    SIGNATURE,
    AUTHORIZATION,
    ADDED_HEADER,
    DROPPED_HEADER,
    DOUBLED_HEADER
  }

  private final Random random = new Random(SEED);

  @Test
  void areAllRefused() {
    List<SignedRequest> originals =
        Stream.concat(
                CapturedRequestsTest.intact(),
                Stream.of("java-sdk-2.36.2-UntagResource", "java-sdk-2.36.2-TagResource"))
            .map(Requests::captured)
            .toList();
    Map<Change, Integer> refused = new EnumMap<>(Change.class);
    List<String> accepted = new ArrayList<>();
    int trials = 0;
    while (trials < TRIALS) {
      SignedRequest original = originals.get(random.nextInt(originals.size()));
      Change change = Change.values()[random.nextInt(Change.values().length)];
      if ((change == Change.QUERY && original.query().isEmpty())
          || (change == Change.BODY && original.body().length == 0)) {
        continue;
      }
      SignedRequest changed = change(original, change);
      if (meansTheSame(original, changed)) {
        continue;
      }
      trials++;
      try {
        new SignatureCheck(
                SignatureScope.of("us-east-1"),
                MutatedRequestsTest::knownOnly,
                Requests.clockOf(original))
            .callerOf(changed);
        accepted.add(change + " of " + original + ": " + changed.query() + changed.headers());
      } catch (RequestRefused refusal) {
        refused.merge(change, 1, Integer::sum);
      }
    }
    System.out.printf(
        "mutated requests: %,d, accepted: %d, refused by kind: %s%n",
        trials, accepted.size(), refused);
    assertThat(accepted).isEmpty();
    assertThat(refused).containsOnlyKeys(Change.values());
  }

  private static Credential knownOnly(String id, String token) {
    if (!id.equals(Requests.KEY) || !token.isEmpty()) {
      throw RequestRefused.unrecognizedClient();
    }
    return Requests.ADMIN;
  }

  /** Digits of a percent-encoding in the other case, or an equals sign less, change nothing. */
  private static boolean meansTheSame(SignedRequest original, SignedRequest changed) {
    return original.method().equals(changed.method())
        && original.path().equals(changed.path())
        && original.headers().equals(changed.headers())
        && Arrays.equals(original.body(), changed.body())
        && decoded(original.query()).equals(decoded(changed.query()));
  }

  private static List<String> decoded(String query) {
    return Stream.of(query.split("&"))
        .map(part -> part.contains("=") ? part : part + "=")
        .map(part -> part.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B"))
        .map(part -> URLDecoder.decode(part, ISO_8859_1))
        .toList();
  }

  private SignedRequest change(SignedRequest from, Change change) {
    String method = from.method();
    String path = from.path();
    String query = from.query();
    List<Header> headers = new ArrayList<>(from.headers());
    byte[] body = from.body().clone();
    List<String> signed = AuthorizationHeader.of(from).signedHeaders();
    String some = signed.get(random.nextInt(signed.size()));
    switch (change) {
      case METHOD -> method = random.nextBoolean() ? flipped(method) : "PUT";
      case PATH -> path = flipped(path);
      case QUERY -> query = flipped(query);
      case BODY -> body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
      case SIGNED_HEADER -> replace(headers, some, flipped(from.values(some).get(0)));
      case HOST -> replace(headers, "host", "evil.example.com");
      case SIGNATURE -> {
        String all = from.values("Authorization").get(0);
        int start = all.length() - 64;
        replace(headers, "authorization", all.substring(0, start) + flipped(all.substring(start)));
      }
      case AUTHORIZATION ->
          replace(headers, "authorization", flipped(from.values("Authorization").get(0)));
      case ADDED_HEADER -> headers.add(new Header("X-Amz-Added" + random.nextInt(100), "1"));
      case DROPPED_HEADER ->
          headers.removeIf(header -> header.name().toLowerCase(Locale.ROOT).equals(some));
      case DOUBLED_HEADER ->
          headers.add(random.nextInt(headers.size() + 1), new Header(some, "again"));
    }
    return new SignedRequest(method, path, query, headers, body);
  }

  private static void replace(List<Header> headers, String name, String value) {
    headers.replaceAll(
        header ->
            header.name().toLowerCase(Locale.ROOT).equals(name)
                ? new Header(header.name(), value)
                : header);
  }

  /** One character made another one that can be seen. */
  private String flipped(String text) {
    int at = random.nextInt(text.length());
    char other;
    do {
      other = (char) ('!' + random.nextInt('~' - '!' + 1));
    } while (other == text.charAt(at));
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
