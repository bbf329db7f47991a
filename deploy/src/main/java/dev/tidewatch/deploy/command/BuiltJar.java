package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.SparkLine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The job's jar: the one somebody names, or the one built in this repository. */
final class BuiltJar {
  private static final String REPOSITORY = "tidewatch.repository";

  private BuiltJar() {}

  /**
   * @throws IllegalArgumentException when none is named and none is built
   */
  static Path of(SparkLine line, @Nullable Path named) {
    if (named != null) {
      return named;
    }
    Path built = ofRepository(line.builtJar());
    if (!Files.isRegularFile(built)) {
      throw new IllegalArgumentException(
          built
              + " is not built yet: ./mvnw -DskipTests "
              + (line == SparkLine.SPARK_4_1 ? "-Dspark.line=4.1 " : "")
              + "-pl etl -am package, or name another with --jar");
    }
    return built;
  }

  /** A file of this repository. */
  static Path ofRepository(String path) {
    return Path.of(System.getProperty(REPOSITORY, ".")).resolve(path);
  }
}
