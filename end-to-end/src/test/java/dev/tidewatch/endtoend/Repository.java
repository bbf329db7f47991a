package dev.tidewatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout these tests run in, and the jars the build has made in it. */
public final class Repository {
  private Repository() {}

  public static Path root() {
    return Path.of(System.getProperty("repository")).toAbsolutePath().normalize();
  }

  public static Path file(String path) {
    return root().resolve(path);
  }

  /** What a Spark distribution has on its class path, the submitted jar before it. */
  public static String jobClassPath() {
    try {
      return file("etl/target/tidewatch-etl.jar")
          + ":"
          + Files.readString(file("etl/target/spark.classpath")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the etl module is not packaged", e);
    }
  }
}
