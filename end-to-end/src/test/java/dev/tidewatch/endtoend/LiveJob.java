package dev.tidewatch.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A job that runs until it is told to end; it does not outlive its test. */
record LiveJob(Process process, Path log) implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  static LiveJob start(Job job, Path log, String... options) throws IOException {
    return new LiveJob(job.start(log, options), log);
  }

  /** Waits until the job has said something. */
  void awaitSaid(String text) {
    await("the job says '" + text + "'").atMost(PATIENCE).until(() -> said().contains(text));
  }

  /** Waits until the process is gone. */
  int awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the job did not end within " + atMost + ":\n" + said());
    }
    return process.exitValue();
  }

  /** Sends a signal, such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    List<String> kill = List.of("kill", "-" + name, Long.toString(process.pid()));
    int exitCode = new ProcessBuilder(kill).inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(kill + " ended with " + exitCode);
    }
  }

  /** All the job has printed. */
  String said() {
    try {
      return new String(
          Files.readAllBytes(log), StandardCharsets.UTF_8); // may end in half a character
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
