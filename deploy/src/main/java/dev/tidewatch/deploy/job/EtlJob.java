package dev.tidewatch.deploy.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The job to run, wherever it runs.
 *
 * @param name of the job on the platform
 * @param jar the shaded jar of this line
 * @param metricSet the YAML file
 * @param checkpoint where Spark notes how far it has read; of this job alone
 * @param arguments what the job is told besides
 * @param conf properties of Spark
 */
public record EtlJob(
    String name,
    SparkLine line,
    Upload jar,
    Upload metricSet,
    S3Location checkpoint,
    List<String> arguments,
    Map<String, String> conf) {
  public static final String MAIN_CLASS = "dev.tidewatch.etl.EtlCommand";

  public EtlJob {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException(
          "a job's name has 1 to 64 letters, digits, - and _, unlike '" + name + "'");
    }
    requireNonNull(line, "line");
    requireNonNull(jar, "jar");
    requireNonNull(metricSet, "metricSet");
    requireNonNull(checkpoint, "checkpoint");
    arguments = List.copyOf(arguments);
    conf = new LinkedHashMap<>(conf);
  }

  /**
   * Packs a job.
   *
   * @param assets where jar and metric set go; without a checkpoint that lies there too
   */
  public static EtlJob of(
      String name, SparkLine line, Path jar, Path metricSet, S3Location assets) {
    return new EtlJob(
        name,
        line,
        Upload.of(jar, assets.below("jars")),
        Upload.of(metricSet, assets.below("metric-sets")),
        assets.below("checkpoints").below(name),
        List.of(),
        Map.of());
  }

  public EtlJob withCheckpoint(S3Location other) {
    return new EtlJob(name, line, jar, metricSet, other, arguments, conf);
  }

  public EtlJob withArguments(List<String> other) {
    return new EtlJob(name, line, jar, metricSet, checkpoint, other, conf);
  }

  public EtlJob withConf(Map<String, String> other) {
    return new EtlJob(name, line, jar, metricSet, checkpoint, arguments, other);
  }

  /** What {@code main} is given. */
  public List<String> commandLine() {
    List<String> line = new ArrayList<>();
    line.add("run");
    line.addAll(options());
    line.addAll(arguments);
    return line;
  }

  /** The options every platform gives, without a command: Glue passes options only. */
  public List<String> options() {
    return List.of("--metric-set", metricSet.to().uri(), "--checkpoint", checkpoint.uri(), "--emf");
  }

  /** {@code --conf a=b --conf c=d}, quoted where a value has blanks. */
  public String sparkSubmitParameters() {
    StringBuilder text = new StringBuilder("--class " + MAIN_CLASS);
    conf.forEach((key, value) -> text.append(" --conf ").append(quoted(key + "=" + value)));
    return text.toString();
  }

  private static String quoted(String text) {
    return text.matches("[^\\s\"'\\\\]+")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
