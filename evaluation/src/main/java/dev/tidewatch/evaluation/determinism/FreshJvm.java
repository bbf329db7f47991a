package dev.tidewatch.evaluation.determinism;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has all inputs fed in a JVM that starts for it. */
final class FreshJvm {
  private FreshJvm() {}

  static List<Fingerprint> run(JvmVariant variant, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Flags of other processors' JVMs are no reason to give up.
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("-Xmx1g");
    command.addAll(variant.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FingerprintMain.class.getName());
    command.addAll(arguments);
    try {
      return fingerprints(command);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + command.get(0), e);
    }
  }

  private static List<Fingerprint> fingerprints(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      List<Fingerprint> fingerprints = lines.lines().map(Fingerprint::parse).toList();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("it ended with exit code " + exitCode);
      }
      return fingerprints;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
