package dev.tidewatch.deploy.glue;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.job.S3Location;
import dev.tidewatch.deploy.job.Upload;
import dev.tidewatch.deploy.request.ModelCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.JobUpdate;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;
import software.amazon.awssdk.services.glue.model.UpdateJobRequest;

/**
 * The job as Glue's API knows it: a {@code gluestreaming} job in Scala, whose script is the few
 * lines of {@code GlueApp.scala} and whose jar is ours.
 *
 * @param script {@code GlueApp.scala}
 * @param temporary Glue's {@code --TempDir}
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-job-streaming.html">Streaming ETL
 *     jobs in AWS Glue</a>
 */
public record GlueJob(EtlJob job, Upload script, S3Location temporary, Workers workers) {
  private static final String TRUE = "true";

  public GlueJob {
    requireNonNull(job, "job");
    requireNonNull(script, "script");
    requireNonNull(temporary, "temporary");
    requireNonNull(workers, "workers");
  }

  /**
   * What runs it.
   *
   * @param role the ARN or name of the role it takes on
   * @param type such as G.025X
   * @param most how many there are at most
   * @param autoScaling whether there are fewer when fewer do
   * @param retries how often Glue starts it again after it failed
   * @param maintenance when Glue may restart it each week, such as Sun:3; empty for when seven days
   *     are over
   */
  public record Workers(
      String role, String type, int most, boolean autoScaling, int retries, String maintenance) {
    public Workers {
      requireNonNull(role, "role");
      requireNonNull(type, "type");
      if (most < 2) {
        throw new IllegalArgumentException("a job of Glue has 2 workers at least, not " + most);
      }
      if (retries < 0 || retries > 10) {
        throw new IllegalArgumentException("Glue retries 0 to 10 times, not " + retries);
      }
      if (!maintenance.matches("|(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?\\d|2[0-3])")) {
        throw new IllegalArgumentException(
            "a maintenance window is a day and an hour of UTC such as Sun:3, not '"
                + maintenance
                + "'");
      }
    }
  }

  /** Makes it. */
  public CreateJobRequest create() {
    CreateJobRequest.Builder request = CreateJobRequest.builder().name(job.name());
    JobUpdate definition = definition();
    for (SdkField<?> field : definition.sdkFields()) {
      Object value = field.getValueOrDefault(definition);
      request.sdkFields().stream()
          .filter(same -> value != null && same.memberName().equals(field.memberName()))
          .forEach(same -> same.set(request, value));
    }
    request.tags(Map.of("tidewatch", job.name()));
    return ModelCheck.checked(request.build());
  }

  /** Makes an older one the same. */
  public UpdateJobRequest update() {
    return ModelCheck.checked(
        UpdateJobRequest.builder().jobName(job.name()).jobUpdate(definition()).build());
  }

  /** Starts it. */
  public StartJobRunRequest start() {
    return ModelCheck.checked(StartJobRunRequest.builder().jobName(job.name()).build());
  }

  private JobUpdate definition() {
    JobUpdate.Builder definition =
        JobUpdate.builder()
            .description("Kinesis records to one CSV per interval in S3")
            .role(workers.role())
            .command(command -> command.name("gluestreaming").scriptLocation(script.to().uri()))
            .defaultArguments(arguments())
            .glueVersion(job.line().glueVersion())
            .workerType(workers.type())
            .numberOfWorkers(workers.most())
            .maxRetries(workers.retries())
            .executionProperty(property -> property.maxConcurrentRuns(1));
    if (!workers.maintenance().isEmpty()) {
      definition.maintenanceWindow(workers.maintenance());
    }
    return definition.build();
  }

  private Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("--job-language", "scala");
    arguments.put("--class", "GlueApp");
    arguments.put("--extra-jars", job.jar().to().uri());
    arguments.put("--TempDir", temporary.uri() + "/");
    arguments.put("--job-bookmark-option", "job-bookmark-disable");
    arguments.put("--enable-metrics", TRUE);
    arguments.put("--enable-observability-metrics", TRUE);
    arguments.put("--enable-continuous-cloudwatch-log", TRUE);
    if (workers.autoScaling()) {
      arguments.put("--enable-auto-scaling", TRUE);
    }
    if (!job.conf().isEmpty()) {
      // Glue takes one --conf; the others hide in its value.
      arguments.put(
          "--conf",
          job.conf().entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining(" --conf ")));
    }
    putOptions(arguments, job.options());
    putOptions(arguments, job.arguments());
    return arguments;
  }

  /** Options with their values; Glue gives those without one an empty text. */
  private static void putOptions(Map<String, String> arguments, List<String> tokens) {
    String open = "";
    for (String token : tokens) {
      int equals = token.indexOf('=');
      if (token.startsWith("--") && equals > 0) {
        arguments.put(token.substring(0, equals), token.substring(equals + 1));
        open = "";
      } else if (token.startsWith("--")) {
        arguments.put(token, "");
        open = token;
      } else if (!open.isEmpty()) {
        arguments.put(open, token);
        open = "";
      } else {
        throw new IllegalArgumentException(
            "Glue hands on options such as --max-span PT1H only, not '" + token + "'");
      }
    }
  }
}
