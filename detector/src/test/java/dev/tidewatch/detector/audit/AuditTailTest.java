package dev.tidewatch.detector.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.audit.AuditEntry.Outcome;
import dev.tidewatch.detector.catalog.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTailTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int BOUND = 200_000;

  @TempDir Path folder;

  private static AuditEntry entry(Instant time, String operation, Outcome outcome) {
    return new AuditEntry(
        time,
        operation,
        new Caller("AKIDEXAMPLE", Role.ADMIN),
        "127.0.0.1",
        "r-1",
        Optional.of(JsonNodeFactory.instance.objectNode().put("AlertName", "Grüße")),
        outcome);
  }

  private void write(Instant time, String operation) {
    new AuditFiles(folder, Account.EXAMPLE)
        .write(
            entry(time, operation, Outcome.refused("ConflictException", "It is ACTIVE \u00e4.")));
  }

  private Path file(String day) {
    return folder.resolve("audit-" + day + ".jsonl");
  }

  private static String line(int number) {
    return entry(NOON.plusSeconds(number), "Call" + number, Outcome.done(empty()))
        .json(Account.EXAMPLE)
        .put("padding", "ü".repeat(100))
        .toString();
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Lines of some 700 bytes each. */
  private void fill(String day, int lines) throws IOException {
    Files.writeString(
        file(day),
        IntStream.range(0, lines)
            .mapToObj(AuditTailTest::line)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private List<String> operations(int most) {
    return new AuditTail(folder, BOUND)
        .newest(most).stream()
            .map(line -> line.call().map(AuditLine.Call::operation).orElse("torn"))
            .toList();
  }

  @Test
  void tellsWhatWasWritten() {
    write(NOON, "DeleteAlert");

    assertThat(new AuditTail(folder).newest(50))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.call())
                    .contains(
                        new AuditLine.Call(
                            NOON,
                            "DeleteAlert",
                            "AKIDEXAMPLE",
                            "admin",
                            "127.0.0.1",
                            "{\"AlertName\":\"Grüße\"}",
                            "ConflictException: It is ACTIVE \u00e4.")));
  }

  @Test
  void theNewestComesFirstAcrossDays() {
    write(NOON, "First");
    write(NOON.plusSeconds(1), "Second");
    write(NOON.plusSeconds(86_400), "Third");

    assertThat(operations(50)).containsExactly("Third", "Second", "First");
    assertThat(operations(2)).containsExactly("Third", "Second");
  }

  @Test
  void ofAFileLargerThanItsBoundOnlyTheEndIsRead() throws IOException {
    write(NOON.minusSeconds(86_400), "Yesterday");
    fill("2026-03-02", 2_000);
    assertThat(Files.size(file("2026-03-02"))).isGreaterThan(5L * BOUND);

    assertThat(operations(50)).hasSize(50).startsWith("Call1999", "Call1998").endsWith("Call1950");
    List<String> all = operations(10_000);
    assertThat(all)
        .as("as many as the bound holds, each whole, and nothing before them")
        .hasSizeBetween(200, 400)
        .doesNotContain("torn", "Yesterday")
        .isEqualTo(
            IntStream.range(0, all.size()).mapToObj(back -> "Call" + (1_999 - back)).toList());
  }

  @Test
  void aTornLastLineIsToldAsTorn() throws IOException {
    fill("2026-03-02", 400);
    Files.writeString(file("2026-03-02"), line(400).substring(0, 80), StandardOpenOption.APPEND);

    assertThat(operations(3)).containsExactly("torn", "Call399", "Call398");
  }

  @Test
  void aLineLongerThanTheBoundIsNotRead() throws IOException {
    Files.writeString(file("2026-03-02"), "x".repeat(2 * BOUND) + "\n" + line(7) + "\n");

    assertThat(operations(50)).containsExactly("Call7");
  }

  @Test
  void whereNothingWasChangedThereIsNothing() throws IOException {
    assertThat(new AuditTail(folder.resolve("none")).newest(50)).isEmpty();
    Files.writeString(file("2026-03-02"), "");
    assertThat(operations(50)).isEmpty();
  }
}
