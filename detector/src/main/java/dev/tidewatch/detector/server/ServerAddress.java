package dev.tidewatch.detector.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What links into the console begin with. */
public final class ServerAddress {
  private ServerAddress() {}

  /** By what a server was told. */
  static String of(ServerConfiguration configuration) {
    return configuration.consoleUrl().map(URI::toString).orElseGet(() -> own(configuration));
  }

  private static String own(ServerConfiguration configuration) {
    String host = configuration.host();
    return (configuration.tls().isPresent() ? "https://" : "http://")
        + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
        + ":"
        + configuration.port();
  }

  /** Notes it for the commands beside the server, whose options may have said something else. */
  static void write(ServerConfiguration configuration) {
    Path file = configuration.addressFile();
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, of(configuration) + "\n");
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Where the server of a folder runs, or ran last; before it ever did, by what it is told. */
  public static String lately(ServerConfiguration configuration) {
    try {
      return Files.readString(configuration.addressFile()).strip();
    } catch (NoSuchFileException none) {
      return of(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + configuration.addressFile() + ": " + e.getMessage(), e);
    }
  }
}
