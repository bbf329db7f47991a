package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path as a newcomer runs it: generator, Kinesis, Spark, S3, detector, SNS, SQS; what the
 * generator hid is found, and where it was is named.
 */
class DemoTest {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Pattern FIGURES =
      Pattern.compile(
          "hidden (\\d+), found (\\d+), rightly named (\\d+); groups without a label (\\d+)");

  @TempDir private Path folder;

  @Test
  void findsWhatTheGeneratorHidAndNamesWhere() throws Exception {
    Path log = folder.resolve("demo.log");
    Process demo =
        new ProcessBuilder(
                "./demo", "--once", "--days", "10", "--dir", folder.resolve("demo").toString())
            .directory(Repository.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      demo.destroy();
    }
    String said = Files.readString(log);
    assertThat(demo.exitValue()).as(said).isZero();
    assertThat(said).contains("✔").contains("SNS → SQS  opened");
    Matcher figures = FIGURES.matcher(said);
    assertThat(figures.find()).as(said).isTrue();
    int hidden = Integer.parseInt(figures.group(1));
    assertThat(hidden).isGreaterThanOrEqualTo(3);
    assertThat(Integer.parseInt(figures.group(2))).as(said).isEqualTo(hidden);
    assertThat(Integer.parseInt(figures.group(3))).as(said).isGreaterThanOrEqualTo(hidden - 1);
    assertThat(Integer.parseInt(figures.group(4))).as(said).isLessThanOrEqualTo(1);
  }
}
