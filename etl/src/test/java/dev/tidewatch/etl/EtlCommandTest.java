package dev.tidewatch.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.deliver.CommitObserver;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What the command says to who uses it wrongly. */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_OUT)
class EtlCommandTest {
  private static final Pattern JAVA = Pattern.compile("\\bat [a-z]+\\.|Exception|java\\.");

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream error = System.err;
  private final PrintStream out = System.out;

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setErr(ear);
    System.setOut(ear);
  }

  @AfterEach
  void stopListening() {
    System.setErr(error);
    System.setOut(out);
  }

  @Test
  void eachCommandHasHelp() {
    for (String command : new String[] {"run", "audit", "validate"}) {
      assertThat(etl(command, "--help")).as(command).isZero();
    }
    assertThat(said()).contains("--checkpoint=DIR", "--by=TABLE").doesNotContain("Missing");
  }

  @Test
  void takesDurationsAsTheMetricSetDoesAndSaysHow() {
    assertThat(etl("run", "-f", "none.yaml", "--checkpoint", "c", "--trigger", "10s")).isEqualTo(1);
    assertThat(etl("run", "-f", "none.yaml", "--checkpoint", "c", "--trigger", "soon"))
        .isEqualTo(2);
    assertThat(said())
        .contains("'soon' is no duration: write 30s, 10m, 1h, 1d or PT30S")
        .doesNotContainPattern(JAVA);
  }

  @Test
  void saysHowAnInstantIsWritten() {
    assertThat(etl("audit", "-f", "none.yaml", "--from", "yesterday")).isEqualTo(2);
    assertThat(said())
        .contains("'yesterday' is no instant: write it as 2026-11-20T00:00:00Z")
        .doesNotContainPattern(JAVA);
  }

  @Test
  void namesTheMetricSetThatCannotBeRead() {
    assertThat(etl("validate", "-f", folder.toString())).isEqualTo(1);
    assertThat(said()).contains(folder + " cannot be read").doesNotContainPattern(JAVA);
  }

  @Test
  void anAuditOfAPlaceNobodyWroteToProvesNothing() throws Exception {
    Path metricSet = folder.resolve("shop.yaml");
    Files.writeString(
        metricSet,
        """
        name: shop
        stream: {name: orders}
        records: {format: JSON}
        timestamp: {column: event_time, format: UNIX}
        dimensions: [platform]
        measures: [views]
        interval: PT5M
        output: {location: '%s', layout: 'data/{{yyyyMMdd}}/{{HHmm}}/'}
        """
            .formatted(folder.resolve("nowhere").toUri()));
    assertThat(etl("audit", "-f", metricSet.toString())).isEqualTo(1);
    assertThat(said()).contains("no batch has been written to").doesNotContainPattern(JAVA);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static int etl(String... arguments) {
    return EtlCommand.execute(CommitObserver.NONE, arguments);
  }
}
