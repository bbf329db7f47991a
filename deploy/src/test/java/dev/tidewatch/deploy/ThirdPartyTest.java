package dev.tidewatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen of docs/third-party.md without a build; {@code deploy/licences.sh} does all. */
class ThirdPartyTest {
  private static final Path ROOT = Path.of(System.getProperty("tidewatch.repository", ".."));
  private static final Pattern SDK =
      Pattern.compile("<aws\\.sdk\\.version>(.*)</aws\\.sdk\\.version>");

  private final List<String> rows;

  ThirdPartyTest() throws IOException {
    rows = Files.readAllLines(ROOT.resolve("docs/third-party.md"));
  }

  @Test
  void namesTheSdkThatIsBuiltWith() throws IOException {
    Matcher version = SDK.matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(rows)
        .as("stale: run deploy/licences.sh")
        .filteredOn(row -> row.startsWith("| software.amazon.awssdk:"))
        .isNotEmpty()
        .allMatch(row -> row.contains("| " + version.group(1) + " |"));
  }

  @Test
  void namesTheScriptsOfTheConsole() throws IOException {
    Path vendor = ROOT.resolve("detector/src/main/resources/dev/tidewatch/detector/console/vendor");
    try (Stream<Path> folders = Files.list(vendor)) {
      assertThat(folders.map(ThirdPartyTest::row)).isNotEmpty().allMatch(rows::contains);
    }
  }

  private static String row(Path folder) {
    String[] name = folder.getFileName().toString().split("-", 2);
    return "| JavaScript: " + name[0] + " | " + name[1] + " | MIT |";
  }
}
