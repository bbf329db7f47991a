package dev.tidewatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an alarm sends people to look up is there. */
class RunbookTest {
  private static final Path ROOT = Path.of(System.getProperty("tidewatch.repository", ".."));
  private static final Pattern ALARM =
      Pattern.compile("AlarmName: !Sub \\S*?(?:\\$\\{MetricSet}|\\$\\{AWS::StackName})-(\\S+)");
  private static final Pattern REFERENCE =
      Pattern.compile("[Ss]ee docs/operations\\.md, ([a-z-]+)\\.");
  private static final Pattern METRIC = Pattern.compile("figures\\.put\\(\"([a-z_]+)\"");

  @Test
  void everyAlarmAndWhatItRefersToHasALine() throws IOException {
    String runbook = Files.readString(ROOT.resolve("docs/operations.md"));
    List<String> names = new ArrayList<>();
    for (Path stack : stacks()) {
      String template = Files.readString(stack);
      names.addAll(found(REFERENCE, template));
      found(ALARM, template).stream()
          .map(name -> stack.endsWith("detector.yaml") ? "detector-" + name : name)
          .forEach(names::add);
    }
    assertThat(names)
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(runbook).containsPattern("\n\\| `" + name + "`"));
  }

  @Test
  void everyMetricOfTheJobIsExplained() throws IOException {
    String metrics =
        Files.readString(
            ROOT.resolve("etl/src/main/java/dev/tidewatch/etl/watch/BatchMetrics.java"));
    String runbook = Files.readString(ROOT.resolve("docs/operations.md"));
    assertThat(found(METRIC, metrics))
        .hasSize(11)
        .allSatisfy(name -> assertThat(runbook).contains("`" + name + "`"));
  }

  private static List<Path> stacks() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy/stacks"))) {
      return files.toList();
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
