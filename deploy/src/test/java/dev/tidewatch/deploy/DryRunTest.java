package dev.tidewatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.deploy.request.Clients;
import dev.tidewatch.deploy.request.ModelCheck;
import dev.tidewatch.deploy.request.RecordedRequest;
import dev.tidewatch.deploy.request.RequestRecorder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emrcontainers.EmrContainersClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;
import software.amazon.awssdk.services.glue.model.UpdateJobRequest;

/**
 * What {@code --dry-run} prints is read back by the SDK's model, with nothing left over, and sent
 * again to nowhere: it must come out as it was printed.
 */
class DryRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLE = "arn:aws:iam::123456789012:role/TidewatchJob";

  @TempDir private static Path folder;

  private String said = "";

  @BeforeEach
  void packJar() throws Exception {
    Files.writeString(folder.resolve("etl.jar"), "a jar");
  }

  static Stream<Arguments> submissions() {
    return Stream.of("3.5", "4.1")
        .flatMap(
            line ->
                Stream.of(
                    submission(line, "glue", "--role", ROLE),
                    submission(
                        line,
                        "glue",
                        "--role=TidewatchJob",
                        "--worker-type=G.1X",
                        "--workers=10",
                        "--no-auto-scaling",
                        "--maintenance-window=Sun:3",
                        "--conf=spark.a=b c",
                        "--conf=spark.d=e",
                        "--",
                        "--max-span=PT2H",
                        "--raw",
                        "--trigger",
                        "PT1M"),
                    submission(
                        line, "emr", "--cluster-id", "j-2AXXXXXXGAPLF", "--conf=spark.a=b c"),
                    submission(
                        line, "emr-serverless", "--role", ROLE, "--release-label=emr-7.13.0"),
                    submission(
                        line,
                        "emr-serverless",
                        "--role",
                        ROLE,
                        "--release-label=emr-7.13.0",
                        "--application-id=00f1abcd2efgh3ij",
                        "--conf=spark.a=say \"b c\"",
                        "--",
                        "--raw"),
                    submission(
                        line,
                        "emr-eks",
                        "--role",
                        ROLE,
                        "--release-label=emr-7.13.0-latest",
                        "--virtual-cluster-id=4hj2k1l0p9")));
  }

  private static Arguments submission(String line, String platform, String... options) {
    List<String> all = new ArrayList<>(List.of(platform, "--spark=" + line));
    all.addAll(List.of(options));
    return Arguments.of(all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("submissions")
  void theModelReadsWhatIsPrinted(List<String> options) throws Exception {
    JsonNode requests = JSON.readTree(printed(options));
    int read = 0;
    for (JsonNode request : requests) {
      if (request.path("service").textValue().equals("S3")) {
        assertThat(request.path("method").textValue()).isEqualTo("PUT");
        assertThat(request.path("body").textValue()).matches("\\d+ bytes");
        continue;
      }
      SdkPojo back = readBack(request);
      assertThat(ModelCheck.faults(back)).isEmpty();
      RecordedRequest again = sentAgain(back);
      assertThat(again.uri()).hasToString(request.path("uri").textValue());
      assertThat(again.method()).isEqualTo(request.path("method").textValue());
      assertThat(JSON.readTree(again.body())).isEqualTo(request.path("body"));
      read++;
    }
    System.out.printf(
        "%s: %d requests, %d of them read back by the SDK's model without a difference%n",
        String.join(" ", options), requests.size(), read);
    assertThat(read).isPositive();
  }

  @Test
  void glueAndServerlessGetTheSameJob() throws Exception {
    JsonNode glue =
        request(printed(List.of("glue", "--role=R", "--", "--max-span", "PT2H")), "CreateJob");
    Map<?, ?> arguments = JSON.convertValue(glue.path("body").path("DefaultArguments"), Map.class);
    assertThat(arguments.get("--metric-set").toString())
        .matches("s3://my-bucket/tidewatch/metric-sets/ecommerce-[0-9a-f]{12}.yaml");
    assertThat(arguments.get("--checkpoint"))
        .isEqualTo("s3://my-bucket/tidewatch/checkpoints/tidewatch-ecommerce");
    assertThat(arguments.get("--max-span")).isEqualTo("PT2H");
    assertThat(arguments.get("--emf")).isEqualTo("");

    JsonNode serverless =
        request(
            printed(List.of("emr-serverless", "--role=R", "--", "--max-span", "PT2H")),
            "StartJobRun");
    JsonNode spark = serverless.path("body").path("jobDriver").path("sparkSubmit");
    assertThat(spark.path("entryPointArguments"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "run",
            "--metric-set",
            arguments.get("--metric-set").toString(),
            "--checkpoint",
            arguments.get("--checkpoint").toString(),
            "--emf",
            "--max-span",
            "PT2H");
    assertThat(spark.path("entryPoint").textValue()).isEqualTo(arguments.get("--extra-jars"));
  }

  /**
   * {@code aws glue create-job --cli-input-json file://deploy/glue/job.json} makes the same job.
   */
  @Test
  void jobJsonIsWhatTheScriptSends() throws Exception {
    String printed =
        printed(
            List.of(
                "glue",
                "--role=TidewatchJob",
                "--maintenance-window=Sun:3",
                "--",
                "--output",
                "s3://my-bucket/streaming-csv"));
    String sent =
        request(printed, "CreateJob")
            .path("body")
            .toString()
            .replaceAll("-[0-9a-f]{12}\\.", ".")
            .replace("/etl.jar", "/tidewatch-etl.jar");
    assertThat(JSON.readTree(Path.of("glue/job.json").toFile())).isEqualTo(JSON.readTree(sent));
  }

  @Test
  void sparkSubmitIsPrintedAsACommandLine() {
    StringWriter out = new StringWriter();
    int exitCode =
        DeployCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(
                "spark",
                "-f=../samples/ecommerce.yaml",
                "--checkpoint=/var/lib/shop",
                "--master=local[2]",
                "--conf=spark.a=b c",
                "--jar=etl.jar",
                "--dry-run",
                "--",
                "--trigger",
                "PT1M");
    assertThat(exitCode).isZero();
    assertThat(out.toString().strip())
        .endsWith(
            "spark-submit --class dev.tidewatch.etl.EtlCommand --master 'local[2]' --deploy-mode client"
                + " --conf 'spark.a=b c' etl.jar run --metric-set ../samples/ecommerce.yaml"
                + " --checkpoint /var/lib/shop --emf --trigger PT1M");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void tellsAMistakeInASentence(List<String> options, String sentence) {
    assertThat(run(options)).isEqualTo(2);
    assertThat(said).contains(sentence).doesNotContain("Exception", "\tat ");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            List.of("glue", "--role=R", "--spark=3.4"), "built for Spark 3.5 and 4.1, not '3.4'"),
        Arguments.of(
            List.of("glue", "--role=R", "--worker-type=G.3X"),
            "'G.3X' is not one of the API's values"),
        Arguments.of(List.of("glue", "--role=R", "--workers=1"), "2 workers at least, not 1"),
        Arguments.of(
            List.of("glue", "--role=R", "--maintenance-window=Sunday"),
            "such as Sun:3, not 'Sunday'"),
        Arguments.of(
            List.of("glue", "--role=R", "--", "PT1H"),
            "options such as --max-span PT1H only, not 'PT1H'"),
        Arguments.of(List.of("glue"), "--role=ROLE"),
        Arguments.of(List.of("emr", "--cluster-id=cluster"), "not 'cluster'"),
        Arguments.of(
            List.of("emr-serverless", "--role=R", "--spark=4.1"), "give one with --release-label"),
        Arguments.of(
            List.of("emr-eks", "--role=R", "--virtual-cluster-id=My Cluster"), "'My Cluster'"),
        Arguments.of(List.of("glue", "--role=R", "--name=a b"), "unlike 'a b'"),
        Arguments.of(
            List.of("glue", "--role=R", "--checkpoint=/tmp/x"), "'/tmp/x' is no place in S3"));
  }

  private String printed(List<String> options) {
    StringWriter out = new StringWriter();
    int exitCode = run(options, out);
    assertThat(exitCode).as(said).isZero();
    return out.toString();
  }

  private int run(List<String> options) {
    return run(options, new StringWriter());
  }

  private int run(List<String> options, StringWriter out) {
    List<String> line = new ArrayList<>(options.subList(0, 1));
    line.addAll(
        List.of(
            "--metric-set=../samples/ecommerce.yaml",
            "--assets=s3://my-bucket/tidewatch/",
            "--jar=" + folder.resolve("etl.jar"),
            "--dry-run"));
    line.addAll(options.subList(1, options.size()));
    StringWriter err = new StringWriter();
    CommandLine command = DeployCommand.commandLine();
    int exitCode =
        command
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line.toArray(String[]::new));
    said = err.toString();
    return exitCode;
  }

  private static JsonNode request(String printed, String operation) throws Exception {
    for (JsonNode request : JSON.readTree(printed)) {
      if (request.path("operation").textValue().equals(operation)) {
        return request;
      }
    }
    throw new AssertionError("no " + operation + " in " + printed);
  }

  private static SdkPojo readBack(JsonNode request) {
    ObjectNode document = request.path("body").deepCopy();
    String uri = request.path("uri").textValue();
    return switch (request.path("service").textValue()
        + " "
        + request.path("operation").textValue()) {
      case "Glue CreateJob" -> read(CreateJobRequest.builder(), document).build();
      case "Glue UpdateJob" -> read(UpdateJobRequest.builder(), document).build();
      case "Glue StartJobRun" -> read(StartJobRunRequest.builder(), document).build();
      case "Emr AddJobFlowSteps" -> read(AddJobFlowStepsRequest.builder(), document).build();
      case "EmrServerless CreateApplication" ->
          read(CreateApplicationRequest.builder(), document).build();
      case "EmrServerless StartJobRun" ->
          read(
                  software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest.builder()
                      .applicationId(uri.replaceAll(".*/applications/([^/]+)/.*", "$1")),
                  document)
              .build();
      case "EmrContainers StartJobRun" ->
          read(
                  software.amazon.awssdk.services.emrcontainers.model.StartJobRunRequest.builder()
                      .virtualClusterId(uri.replaceAll(".*/virtualclusters/([^/]+)/.*", "$1")),
                  document)
              .build();
      default -> throw new AssertionError("nobody expects " + request);
    };
  }

  private static <T extends SdkPojo> T read(T builder, JsonNode document) {
    ReadBack.into(builder, document);
    return builder;
  }

  private static RecordedRequest sentAgain(SdkPojo request) {
    RequestRecorder recorder = new RequestRecorder();
    Clients clients = Clients.recording("us-east-1", recorder);
    try (GlueClient glue = clients.open(GlueClient.builder());
        EmrClient emr = clients.open(EmrClient.builder());
        EmrServerlessClient serverless = clients.open(EmrServerlessClient.builder());
        EmrContainersClient containers = clients.open(EmrContainersClient.builder())) {
      if (request instanceof CreateJobRequest create) {
        glue.createJob(create);
      } else if (request instanceof UpdateJobRequest update) {
        glue.updateJob(update);
      } else if (request instanceof StartJobRunRequest start) {
        glue.startJobRun(start);
      } else if (request instanceof AddJobFlowStepsRequest add) {
        emr.addJobFlowSteps(add);
      } else if (request instanceof CreateApplicationRequest create) {
        serverless.createApplication(create);
      } else if (request
          instanceof software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest start) {
        serverless.startJobRun(start);
      } else if (request
          instanceof software.amazon.awssdk.services.emrcontainers.model.StartJobRunRequest start) {
        containers.startJobRun(start);
      }
    }
    return recorder.recorded().get(0);
  }
}
