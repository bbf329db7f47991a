package dev.tidewatch.detector.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What it asks of a server is a file; what the server makes of it is tested with the sample. */
class SampleCommandTest {
  @TempDir Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Path folder, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new SampleCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(Stream.of("--data=" + folder), Stream.of(arguments))
                .toArray(String[]::new));
  }

  private Properties asked() throws IOException {
    Properties asked = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("sample/sample.properties"))) {
      asked.load(reader);
    }
    return asked;
  }

  @Test
  void loadAsksForThemOnce() throws IOException {
    assertThat(run(data, "load")).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines("the server was asked to load the sample data");
    Properties first = asked();
    assertThat(first).containsEntry("wanted", "true").containsEntry("made", "false");
    assertThat(Instant.parse(first.getProperty("anchor"))).isBeforeOrEqualTo(Instant.now());

    assertThat(run(data, "LOAD")).isZero();
    assertThat(asked()).isEqualTo(first);
  }

  @Test
  void removeAsksForTheirEnd() throws IOException {
    run(data, "load");
    assertThat(run(data, "remove")).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines("the server was asked to remove the sample data");
    assertThat(asked()).containsEntry("wanted", "false");
  }

  @Test
  void removeChangesNothingWhereNoneWereAskedFor() {
    assertThat(run(data, "remove")).isZero();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void mistakesAreToldInASentence() {
    assertThat(run(data.resolve("none"), "load")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("there is no folder " + data.resolve("none") + "; name the server's")
        .doesNotContain("\tat ");
    assertThat(run(data, "refresh")).isEqualTo(2);
    assertThat(err.toString()).contains("'refresh'", "LOAD, REMOVE");
    assertThat(run(data)).isEqualTo(2);
    assertThat(data).isEmptyDirectory();
  }
}
