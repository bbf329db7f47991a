package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.wire.Breakage;
import dev.tidewatch.detector.wire.Breakages;
import dev.tidewatch.detector.wire.ModelDocument;
import dev.tidewatch.detector.wire.ModelExamples;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Longer by {@code -Dtidewatch.fuzz.requests=1000000}. */
class InvalidRequestsTest {
  private static final ModelDocument MODEL = ModelDocument.read();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void fiveHundredBreakagesAreEachNamed() throws Exception {
    List<Breakage> breakages = new ArrayList<>(Breakages.of(MODEL, 11));
    Collections.shuffle(breakages, new Random(11));
    try (RawClient client = new RawClient(server.port())) {
      for (Breakage breakage : breakages.subList(0, 500)) {
        RawClient.Answer answer = client.post(path(breakage), body(breakage.request()));
        assertThat(answer.status()).as("%s: %s", breakage, answer).isEqualTo(400);
        assertThat(answer.headers().get("x-amzn-errortype")).isEqualTo("ValidationException");
        assertThat(answer.json().get("Fields").findValuesAsText("Name"))
            .as("%s: %s", breakage, answer)
            .contains(breakage.field());
      }
    }
  }

  @Test
  void noBodyBringsTheServerDown() throws Exception {
    int bodies = Integer.getInteger("tidewatch.fuzz.requests", 10_000);
    Random random = new Random(17);
    List<String> operations =
        MODEL.operations().stream().filter(name -> !name.matches(".*[Tt]ag.*Resource")).toList();
    ModelExamples examples = new ModelExamples(MODEL, 17);
    List<byte[]> seeds = new ArrayList<>();
    for (String operation : operations) {
      seeds.add(body(examples.example(MODEL.input(operation))));
    }
    RawClient client = new RawClient(server.port());
    int refused = 0;
    for (int i = 0; i < bodies; i++) {
      int which = random.nextInt(operations.size());
      byte[] body = mutated(seeds.get(which), random);
      RawClient.Answer answer = client.post("/" + operations.get(which), body);
      assertThat(answer.status())
          .as(() -> new String(body, StandardCharsets.ISO_8859_1))
          .isIn(200, 400);
      refused += answer.status() == 400 ? 1 : 0;
      server.requests.clear();
      server.signed.clear();
    }
    client.close();
    assertThat(refused).isGreaterThan(bodies / 2);
  }

  /** A few bytes changed, taken out, doubled, or a piece of JSON put between. */
  private static byte[] mutated(byte[] seed, Random random) {
    String[] pieces = {
      "{", "}", "[", "]", "\"", "null", "1e999", "\\ud800", "-", ":", ",", "\u0000"
    };
    StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
    for (int change = 0; change <= random.nextInt(4); change++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(20)));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
        default -> text.insert(at, pieces[random.nextInt(pieces.length)]);
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String path(Breakage breakage) {
    return breakage.request().has("resourceArn")
        ? "/tags/"
            + URLEncoder.encode(
                breakage.request().get("resourceArn").asText(), StandardCharsets.UTF_8)
        : "/" + breakage.operation();
  }

  private static byte[] body(ObjectNode request) {
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }
}
