package dev.tidewatch.deploy.job;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A line of Spark the job is built for, and where it runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/release-notes.html">Glue's versions</a>
 */
public enum SparkLine {
  /** Spark 3.5.6 with Scala 2.12: the default build. */
  SPARK_3_5("3.5", "5.1", "emr-7.12.0", "etl/target/tidewatch-etl.jar"),
  /** Spark 4.1.1 with Scala 2.13: the profile {@code spark-4.1}. */
  SPARK_4_1("4.1", "6.0", "", "etl/target/spark-4.1/tidewatch-etl.jar");

  private final String number;
  private final String glueVersion;
  private final String emrRelease;
  private final String builtJar;

  SparkLine(String number, String glueVersion, String emrRelease, String builtJar) {
    this.number = number;
    this.glueVersion = glueVersion;
    this.emrRelease = emrRelease;
    this.builtJar = builtJar;
  }

  /**
   * @throws IllegalArgumentException when the job is not built for it
   */
  public static SparkLine of(String number) {
    return Arrays.stream(values())
        .filter(line -> line.number.equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the job is built for Spark "
                        + Arrays.stream(values())
                            .map(SparkLine::number)
                            .collect(Collectors.joining(" and "))
                        + ", not '"
                        + number
                        + "'"));
  }

  public String number() {
    return number;
  }

  /** The version of Glue that runs it. */
  public String glueVersion() {
    return glueVersion;
  }

  /**
   * The release of EMR that runs it.
   *
   * @throws IllegalArgumentException when there is none
   */
  public String emrRelease() {
    if (emrRelease.isEmpty()) {
      throw new IllegalArgumentException(
          "no release of EMR runs Spark " + number + " yet; give one with --release-label");
    }
    return emrRelease;
  }

  /** Where the build leaves the jar, from the repository's root. */
  public String builtJar() {
    return builtJar;
  }
}
