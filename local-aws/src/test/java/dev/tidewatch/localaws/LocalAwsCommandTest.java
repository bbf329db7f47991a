package dev.tidewatch.localaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LocalAwsCommandTest {
  private static final Duration TIME_TO_START = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final List<ProcessHandle> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void printsTheEnvironmentOnceReadyAndLeavesNothingWhenStopped() throws Exception {
    Path output = folder.resolve("output");
    Path envFile = folder.resolve("env");
    Process process =
        java("--env-file", envFile.toString()).redirectOutput(output.toFile()).start();
    started.add(process.toHandle());
    await().atMost(TIME_TO_START).until(() -> Files.exists(envFile));

    await().until(() -> Files.readString(output).equals(Files.readString(envFile)));
    assertThat(Files.readAllLines(envFile))
        .allMatch(line -> line.matches("export AWS_[A-Z0-9_]+=\\S+"))
        .anyMatch(line -> line.startsWith("export AWS_ENDPOINT_URL_S3=http://127.0.0.1:"));
    assertThat(temporaryFolders()).hasSize(1);

    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(temporaryFolders()).isEmpty();
    assertThat(envFile).doesNotExist();
  }

  @Test
  void stopsWhenItsParentWasKilled() throws Exception {
    Path envFile = folder.resolve("env");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
    command.addAll(java("--exit-with-parent", "--env-file", envFile.toString()).command());
    Process parent = new ProcessBuilder(command).start();
    started.add(parent.toHandle());
    await().atMost(TIME_TO_START).until(() -> Files.exists(envFile));
    ProcessHandle server = parent.toHandle().children().findFirst().orElseThrow();
    started.add(server);

    parent.destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
    assertThat(temporaryFolders()).isEmpty();
    assertThat(envFile).doesNotExist();
  }

  @Test
  void saysInOneLineWhyItCannotStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      StringWriter errors = new StringWriter();
      int exitCode = run(errors, "--ports", "sqs=" + taken.getLocalPort());
      assertThat(exitCode).isEqualTo(1);
      assertThat(errors.toString().lines())
          .singleElement()
          .asString()
          .startsWith("local-aws: sqs cannot listen on port " + taken.getLocalPort());
    }
  }

  @Test
  void refusesUnknownServices() {
    StringWriter errors = new StringWriter();
    assertThat(run(errors, "--ports", "dynamodb=1")).isEqualTo(2);
    assertThat(errors.toString()).contains("dynamodb").contains("S3");
  }

  private static int run(StringWriter errors, String... arguments) {
    CommandLine command = LocalAwsCommand.commandLine(new LocalAwsCommand());
    command.setErr(new PrintWriter(errors));
    return command.execute(arguments);
  }

  private ProcessBuilder java(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LocalAwsCommand.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private List<Path> temporaryFolders() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith("tidewatch-local-aws-"))
          .toList();
    }
  }
}
