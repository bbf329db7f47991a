package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.server.ConfigurationFile;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.setup.SetupCommand;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.blueprint.BlueprintWriter;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

class RunningDetectorTest {
  private static final String KEY_ID = "AKIDRUNNING000000001";
  private static final String SECRET = "a-secret-of-the-running-0123456789abcdefgh";
  private static final String ACCOUNT = "123456789012";

  @TempDir private Path folder;
  private LocalAws aws;
  private DetectorServer server;
  private Clients clients;

  @BeforeEach
  void start() throws IOException {
    LocalAws.Options usual = LocalAws.Options.defaults();
    aws =
        LocalAws.start(
            new LocalAws.Options(
                folder.resolve("aws"),
                Map.of(),
                usual.region(),
                ACCOUNT,
                KEY_ID,
                SECRET,
                usual.clock()));
    Map<String, String> environment = aws.environment();
    System.setProperty("aws.region", usual.region());
    System.setProperty("aws.accessKeyId", KEY_ID);
    System.setProperty("aws.secretAccessKey", SECRET);
    System.setProperty("aws.endpointUrlS3", environment.get("AWS_ENDPOINT_URL_S3"));
    System.setProperty("aws.endpointUrlSns", environment.get("AWS_ENDPOINT_URL_SNS"));
    Path keys = folder.resolve("keys");
    Files.writeString(
        keys,
        "[setup]\naws_access_key_id = %s\naws_secret_access_key = %s\nrole = admin\n"
            .formatted(KEY_ID, SECRET));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    Path configuration =
        Files.writeString(
            folder.resolve("detector.yaml"),
            "port: 0\ndata: data\nlimits: own\naccess: {keys: keys}\n");
    server =
        DetectorServer.start(
            ConfigurationFile.read(configuration), Clock.systemUTC(), RunObserver.NONE);
    System.setProperty("aws.endpointUrlLookoutMetrics", server.url().toString());
    clients = new Clients();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
    aws.close();
  }

  private Directory directory(String name) {
    return new Directory(clients.lookout(), Patience.usual(), name);
  }

  /** A detector as somebody made it who set no more than must be set. */
  private void make(String name) {
    clients.s3().createBucket(request -> request.bucket("running-data"));
    clients
        .s3()
        .putObject(
            request -> request.bucket("running-data").key("theirs"), RequestBody.fromString("x"));
    String topic =
        clients
            .sns()
            .createTopic(r -> r.name("told").attributes(Map.of("DisplayName", "Told")))
            .topicArn();
    clients
        .sns()
        .subscribe(
            request ->
                request
                    .topicArn(topic)
                    .protocol("sqs")
                    .endpoint("arn:aws:sqs:us-east-1:" + ACCOUNT + ":queue")
                    .attributes(Map.of("RawMessageDelivery", "true")));
    LookoutMetricsClient lookout = clients.lookout();
    String arn =
        lookout
            .createAnomalyDetector(
                request ->
                    request
                        .anomalyDetectorName(name)
                        .anomalyDetectorDescription("Made by hand")
                        .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT5M"))
                        .tags(Map.of("team", "web")))
            .anomalyDetectorArn();
    lookout.createMetricSet(
        request ->
            request
                .anomalyDetectorArn(arn)
                .metricSetName("set")
                .metricSetFrequency("PT5M")
                .timestampColumn(
                    column -> column.columnName("at").columnFormat("yyyy-MM-dd HH:mm:ss"))
                .dimensionList("market")
                .metricList(Metric.builder().metricName("views").aggregationFunction("SUM").build())
                .metricSource(
                    source ->
                        source.s3SourceConfig(
                            s3 ->
                                s3.roleArn("arn:aws:iam::" + ACCOUNT + ":role/reader")
                                    .templatedPathList("s3://running-data/{{yyyyMMdd}}/{{HHmm}}")
                                    .fileFormatDescriptor(
                                        format ->
                                            format.csvFormatDescriptor(
                                                csv -> csv.headerList("at", "market", "views"))))));
    lookout.createAlert(
        request ->
            request
                .anomalyDetectorArn(arn)
                .alertName("alert")
                .alertSensitivityThreshold(40)
                .action(
                    action ->
                        action.snsConfiguration(
                            sns ->
                                sns.roleArn("arn:aws:iam::" + ACCOUNT + ":role/teller")
                                    .snsTopicArn(topic)))
                .tags(Map.of("who", "oncall")));
  }

  @Test
  void theFileOfARunningDetectorChangesNothingOfIt() {
    make("byhand");
    Imported imported =
        new RunningDetector(directory("byhand"), clients.sns()).read().orElseThrow();
    String text = BlueprintWriter.write(imported.blueprint());
    assertThat(text).contains("team: web", "who: oncall", "topic: told", "displayName: Told");
    Plan plan =
        LookoutTarget.of(
                BlueprintFile.read(text, "byhand.yaml"),
                clients,
                new Identity("aws", "us-east-1", ACCOUNT, ""),
                Patience.usual())
            .plan(new Planner(true));
    assertThat(plan.steps())
        .allSatisfy(step -> assertThat(step.differences()).as(step.subject()).isEmpty());
  }

  @Test
  void theCommandWritesItsFile() {
    make("commanded");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        SetupCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    assertThat(line.execute("import", "--running", "commanded")).as(err.toString()).isZero();
    assertThat(BlueprintFile.read(out.toString(), "commanded.yaml").name()).isEqualTo("commanded");
    assertThat(err.toString()).contains("activation: none, as the detector is INACTIVE");
    assertThat(line.execute("import", "--running", "nobody")).isEqualTo(5);
    assertThat(err.toString()).contains("there is no detector 'nobody'");
  }

  @Test
  void whatIsNotThereIsNotRead() {
    assertThat(new RunningDetector(directory("nobody"), clients.sns()).read()).isEmpty();
  }
}
