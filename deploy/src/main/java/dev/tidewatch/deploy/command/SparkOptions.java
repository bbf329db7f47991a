package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.SparkLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** On which Spark the job runs, and what both are told. */
final class SparkOptions {
  @Option(
      names = "--spark",
      paramLabel = "LINE",
      defaultValue = "3.5",
      description = "3.5 or 4.1. Default ${DEFAULT-VALUE}.")
  private String line = "";

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "The job's jar. Default: the one built in this repository for that Spark.")
  private @Nullable Path jar;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A property of Spark; may be given several times.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Parameters(
      paramLabel = "-- JOB OPTIONS",
      description =
          "What the job is told besides, such as -- --max-span PT2H (bin/etl run --help).")
  private List<String> arguments = List.of();

  SparkLine line() {
    return SparkLine.of(line);
  }

  /**
   * The jar somebody names, or the one built in this repository.
   *
   * @throws IllegalArgumentException when none is named and none is built
   */
  Path jar() {
    if (jar != null) {
      return jar;
    }
    Path built = RepositoryFile.of(line().builtJar());
    if (!Files.isRegularFile(built)) {
      throw new IllegalArgumentException(
          built
              + " is not built yet: ./mvnw -DskipTests "
              + (line() == SparkLine.SPARK_4_1 ? "-Dspark.line=4.1 " : "")
              + "-pl etl -am package, or name another with --jar");
    }
    return built;
  }

  Map<String, String> conf() {
    return conf;
  }

  List<String> arguments() {
    return arguments;
  }
}
