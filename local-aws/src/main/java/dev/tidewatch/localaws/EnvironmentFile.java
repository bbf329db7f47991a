package dev.tidewatch.localaws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/** Environment variables as a shell reads them. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /** One {@code export} line each. */
  static String exports(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Writes the file whole or not at all, so that who waits for it may read it at once. */
  static void write(Path file, String content) {
    Path target = file.toAbsolutePath();
    try {
      // Created readable by its owner alone.
      Path draft = Files.createTempFile(target.getParent(), ".env-", ".tmp");
      Files.writeString(draft, content, UTF_8);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be written: " + cause, cause);
    }
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9_.:/@-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
