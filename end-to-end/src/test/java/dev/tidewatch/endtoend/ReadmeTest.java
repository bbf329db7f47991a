package dev.tidewatch.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type works, and leaves nothing running. */
class ReadmeTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void everyCommandWorksWhileTheDemoRuns() throws Exception {
    Path log = folder.resolve("demo.log");
    Process demo = bash(log, "exec ./demo --days 1");
    List<ProcessHandle> started = List.of();
    try {
      await().atMost(PATIENCE).until(() -> !demo.isAlive() || says(log, "Live:"));
      assertThat(demo.isAlive()).as(text(log)).isTrue();
      Path commandsLog = folder.resolve("commands.log");
      Process commands = bash(commandsLog, "set -euo pipefail\n" + String.join("\n", commands()));
      assertThat(commands.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(commands.exitValue()).as(text(commandsLog)).isZero();
      started = demo.descendants().toList();
    } finally {
      demo.destroy();
      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(text(log)).contains("✔", "demo: stopped");
  }

  /** The lines of the README's shell blocks, but for the two that bring everything up. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(Repository.file("README.md"))) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell && !line.startsWith("./demo ") && !line.startsWith("./mvnw ")) {
        commands.add(line);
      }
    }
    assertThat(commands).hasSizeGreaterThan(5);
    return commands;
  }

  private static boolean says(Path log, String text) throws IOException {
    return text(log).contains(text);
  }

  /** Whatever the bytes are: some commands show records as they came. */
  private static String text(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  private static Process bash(Path log, String script) throws IOException {
    return new ProcessBuilder("bash", "-c", script)
        .directory(Repository.root().toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
