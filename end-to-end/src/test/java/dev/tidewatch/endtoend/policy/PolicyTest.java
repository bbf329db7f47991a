package dev.tidewatch.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.endtoend.ChildJvm;
import dev.tidewatch.endtoend.ChildJvm.Outcome;
import dev.tidewatch.endtoend.Repository;
import dev.tidewatch.localaws.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CSVFileCompression;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The programs run on a local AWS, and every call they make is held against the role that the
 * stacks give them: it is allowed there, and what the others do, and mischief, is denied.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String BUCKET = "shop-data";
  private static final String STREAM = "ecommerce-live";
  private static final String TOPIC =
      "arn:aws:sns:%s:%s:anomalies".formatted(Request.REGION, Request.ACCOUNT);
  private static final String BUCKET_KEY = key("bucket");
  private static final String TOPIC_KEY = key("topic");
  private static final Map<String, String> KEYS = Map.of("s3", BUCKET_KEY, "sns", TOPIC_KEY);

  /** What Glue and EMR do in the job's name, which nobody can record here. */
  private static final List<Request> BY_THE_PLATFORM =
      List.of(
          object("s3:GetObject", "tidewatch/jars/tidewatch-etl-0123456789ab.jar"),
          object("s3:GetObject", "tidewatch/scripts/GlueApp-0123456789ab.scala"),
          object("s3:GetObject", "tidewatch/checkpoints/tidewatch-ecommerce/offsets/0"),
          object("s3:PutObject", "tidewatch/checkpoints/tidewatch-ecommerce/offsets/1"),
          object("s3:DeleteObject", "tidewatch/checkpoints/tidewatch-ecommerce/.offsets.1.tmp"),
          object("s3:PutObject", "tidewatch/temporary/part-0"),
          listing("tidewatch/checkpoints/tidewatch-ecommerce/"),
          new Request("logs:PutLogEvents", log("/aws-glue/jobs/output:log-stream:jr_1")),
          new Request("logs:CreateLogStream", log("/aws-glue/jobs/output:log-stream:jr_1")),
          new Request("logs:PutLogEvents", log("/tidewatch/etl:log-stream:jr_1")),
          new Request("cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", "Glue")));

  /** What the job does where another one has written before, and an audit in its name. */
  private static final List<Request> OF_ANOTHER_JOB =
      List.of(
          object("s3:GetObject", "streaming-csv/data/intvl_date=2026-01-31/x.csv"),
          listing("streaming-csv/data/intvl_date=2026-01-31/"));

  /** What nobody may. */
  private static final List<Request> MISCHIEF =
      List.of(
          object("s3:DeleteObject", "streaming-csv/data/x.csv"),
          object("s3:PutObject", "tidewatch/jars/tidewatch-etl-0123456789ab.jar"),
          object("s3:PutObject", "tidewatch/scripts/GlueApp-0123456789ab.scala"),
          object("s3:GetObject", "salaries/2026.csv"),
          listing(""),
          listing("salaries/"),
          new Request("s3:GetObject", "arn:aws:s3:::another-bucket/streaming-csv/data/x.csv"),
          new Request("s3:PutBucketPolicy", "arn:aws:s3:::" + BUCKET),
          new Request("s3:PutLifecycleConfiguration", "arn:aws:s3:::" + BUCKET),
          new Request("s3:ListAllMyBuckets", "*"),
          new Request("kinesis:GetRecords", stream("another-stream")),
          new Request("kinesis:PutRecords", stream("another-stream")),
          new Request("kinesis:DeleteStream", stream(STREAM)),
          new Request("kinesis:MergeShards", stream(STREAM)),
          new Request("kms:Decrypt", BUCKET_KEY),
          new Request(
              "kms:Decrypt",
              key("another"),
              Map.of("kms:ViaService", "s3.us-east-1.amazonaws.com")),
          new Request("kms:ScheduleKeyDeletion", BUCKET_KEY),
          new Request("sns:Publish", TOPIC + "-of-others"),
          new Request("sns:Subscribe", TOPIC),
          new Request("iam:PassRole", "arn:aws:iam::%s:role/admin".formatted(Request.ACCOUNT)),
          new Request("sts:AssumeRole", "arn:aws:iam::%s:role/admin".formatted(Request.ACCOUNT)),
          new Request("logs:PutLogEvents", log("/of/others:log-stream:x")),
          new Request(
              "cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", "AWS/Billing")));

  @TempDir private static Path folder;

  private final Map<Role, SortedSet<Request>> recorded = new LinkedHashMap<>();
  private LocalAws aws;

  @BeforeAll
  void record() throws Exception {
    aws = LocalAws.start(LocalAws.Options.defaults().withFolder(folder.resolve("aws")));
    Map<String, String> given = new HashMap<>();
    given.put("AWS::Partition", "aws");
    given.put("AWS::Region", Request.REGION);
    given.put("AWS::AccountId", Request.ACCOUNT);
    given.put("AWS::StackName", "tidewatch-detector");
    given.put("StreamName", STREAM);
    given.put("Stream.Arn", stream(STREAM));
    given.put("FunctionLogs.Arn", log("/tidewatch/generator/" + STREAM + ":*"));
    given.put("Bucket", BUCKET);
    given.put("Bucket.Arn", "arn:aws:s3:::" + BUCKET);
    given.put("Key.Arn", BUCKET_KEY);
    given.put("Volume", "vol-0123456789abcdef0");
    given.put("CodeBucket", BUCKET);
    given.put("DataBucket", BUCKET);
    given.put("DataKeyArn", BUCKET_KEY);
    given.put("TopicArn", TOPIC);
    given.put("TopicKeyArn", TOPIC_KEY);
    Role function = role(given, "generator.yaml", "FunctionRole");
    Role job = role(given, "connector.yaml", "JobRole");
    Role detector = role(given, "detector.yaml", "InstanceRole");
    fillStream();
    recorded.put(function, callsOf(this::runFunction));
    recorded.put(job, callsOf(this::runJob));
    Stream.of(BY_THE_PLATFORM, OF_ANOTHER_JOB)
        .flatMap(List::stream)
        .map(Request::kind)
        .forEach(recorded.get(job)::add);
    recorded.put(detector, callsOf(this::runDetector));
  }

  @AfterAll
  void stop() {
    aws.close();
  }

  @Test
  void eachRoleAllowsWhatItsProgramDoesAndNothingElse() {
    SortedSet<Request> all = new TreeSet<>(MISCHIEF);
    recorded.values().forEach(all::addAll);
    List<String> wrong = new ArrayList<>();
    System.out.printf("%-14s %-14s %-14s  (* the program does it)%n", names());
    for (Request request : all) {
      StringBuilder line = new StringBuilder();
      for (Role role : recorded.keySet()) {
        boolean does = recorded.get(role).contains(request);
        boolean may = role.allows(request);
        line.append("%-14s ".formatted((may ? "allowed" : "denied") + (does ? " *" : "")));
        if (does != may) {
          wrong.add(role.name() + (may ? " need not " : " must be able to ") + request);
        }
      }
      System.out.println(line + " " + request);
    }
    assertThat(wrong).isEmpty();
    recorded.forEach(
        (role, requests) -> assertThat(requests).as(role.name()).hasSizeGreaterThan(1));
  }

  private Object[] names() {
    return recorded.keySet().stream().map(Role::name).toArray();
  }

  private static Role role(Map<String, String> given, String stack, String name)
      throws IOException {
    Path file = Repository.file("deploy/stacks/" + stack);
    return new Role(name, StackTemplate.read(file, given).statements(name));
  }

  /** A program that is run for its calls. */
  private interface Program {
    void run() throws Exception;
  }

  private SortedSet<Request> callsOf(Program program) throws Exception {
    aws.calls().clear();
    program.run();
    SortedSet<Request> requests = new TreeSet<>();
    aws.calls()
        .received()
        .forEach(
            call ->
                Request.of(call, STREAM, KEYS).forEach(request -> requests.add(request.kind())));
    return requests;
  }

  private void fillStream() throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Outcome filled =
        run(
            "generator/target/generator.jar",
            "dev.tidewatch.generator.GeneratorCommand",
            List.of(
                "--quiet",
                "-f",
                Repository.file("samples/ecommerce.yaml").toString(),
                "--sink=kinesis",
                "--create-stream",
                "--from=" + now.minus(Duration.ofDays(2)),
                "--until=" + now));
    assertThat(filled.exitCode()).as(filled.output()).isZero();
    try (S3Client s3 = client(S3Client.builder().endpointOverride(aws.endpoints().s3()));
        SnsClient sns = client(SnsClient.builder().endpointOverride(aws.endpoints().sns()))) {
      s3.createBucket(ask -> ask.bucket(BUCKET));
      s3.putObject(
          ask -> ask.bucket(BUCKET).key("tidewatch/metric-sets/ecommerce-0123456789ab.yaml"),
          RequestBody.fromFile(Repository.file("samples/ecommerce.yaml")));
      sns.createTopic(ask -> ask.name("anomalies"));
    }
  }

  private void runFunction() {
    String classes = Path.of("target/test-classes").toAbsolutePath().toString();
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("STREAM_NAME", STREAM);
    Outcome run =
        ChildJvm.run(
            List.of("-Xmx256m"),
            Repository.file("generator/target/generator.jar") + ":" + classes,
            environment,
            PATIENCE,
            "dev.tidewatch.endtoend.policy.ScheduledOnce",
            List.of(Instant.now().toString()));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("sent=21");
  }

  private void runJob() {
    Outcome run =
        ChildJvm.run(
            List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            Repository.jobClassPath(),
            aws.environment(),
            PATIENCE,
            "dev.tidewatch.etl.EtlCommand",
            List.of(
                "run",
                "--metric-set=s3://"
                    + BUCKET
                    + "/tidewatch/metric-sets/ecommerce-0123456789ab.yaml",
                "--output=s3://" + BUCKET + "/streaming-csv",
                "--checkpoint=" + folder.resolve("checkpoint"),
                "--available-now"));
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private void runDetector() throws Exception {
    Path data = folder.resolve("detector");
    String key = done(detector("keys", "create", "--role=admin", "--label=test", "--data=" + data));
    Path environment = folder.resolve("detector.environment");
    ProcessBuilder starting =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-jar",
            Repository.file("detector/target/detector.jar").toString(),
            "serve",
            "--data=" + data,
            "--port=0",
            "--env-file=" + environment);
    starting.environment().putAll(aws.environment());
    Process server =
        starting
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("detector.log").toFile())
            .start();
    try {
      await().atMost(PATIENCE).until(() -> Files.exists(environment));
      String found = Files.readString(environment);
      try (LookoutMetricsClient detector = detectorClient(found, key)) {
        detect(detector);
      }
      done(detector("alerts", "test", "oncall", "--data=" + data));
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void detect(LookoutMetricsClient client) {
    String detector =
        client
            .createAnomalyDetector(
                ask ->
                    ask.anomalyDetectorName("shop")
                        .anomalyDetectorConfig(
                            config -> config.anomalyDetectorFrequency(Frequency.PT5_M)))
            .anomalyDetectorArn();
    String role = "arn:aws:iam::%s:role/reads".formatted(Request.ACCOUNT);
    client.createMetricSet(
        ask ->
            ask.anomalyDetectorArn(detector)
                .metricSetName("shop")
                .metricList(
                    Metric.builder()
                        .metricName("views")
                        .aggregationFunction(AggregationFunction.SUM)
                        .build())
                .dimensionList("platform", "marketplace")
                .metricSetFrequency(Frequency.PT5_M)
                .timezone("UTC")
                .timestampColumn(
                    time -> time.columnName("event_time").columnFormat("yyyy-MM-dd HH:mm:ss"))
                .metricSource(
                    source ->
                        source.s3SourceConfig(
                            s3 ->
                                s3.roleArn(role)
                                    .templatedPathList(
                                        "s3://"
                                            + BUCKET
                                            + "/streaming-csv/data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/")
                                    .fileFormatDescriptor(
                                        format ->
                                            format.csvFormatDescriptor(
                                                csv ->
                                                    csv.containsHeader(true)
                                                        .fileCompression(
                                                            CSVFileCompression.NONE))))));
    client.createAlert(
        ask ->
            ask.alertName("oncall")
                .alertSensitivityThreshold(70)
                .anomalyDetectorArn(detector)
                .action(
                    action ->
                        action.snsConfiguration(topic -> topic.roleArn(role).snsTopicArn(TOPIC))));
    client.activateAnomalyDetector(ask -> ask.anomalyDetectorArn(detector));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                client.describeAnomalyDetector(ask -> ask.anomalyDetectorArn(detector)).status()
                    == AnomalyDetectorStatus.ACTIVE);
  }

  private Outcome detector(String... arguments) {
    return run(
        "detector/target/detector.jar",
        "dev.tidewatch.detector.DetectorCommand",
        List.of(arguments));
  }

  private Outcome run(String jar, String mainClass, List<String> arguments) {
    return ChildJvm.run(
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        Repository.file(jar).toString(),
        aws.environment(),
        PATIENCE,
        mainClass,
        arguments);
  }

  private static String done(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }

  private static LookoutMetricsClient detectorClient(String found, String key) {
    return LookoutMetricsClient.builder()
        .endpointOverride(URI.create(value(found, "AWS_ENDPOINT_URL_LOOKOUTMETRICS")))
        .region(Region.of(Request.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    value(key, "AWS_ACCESS_KEY_ID"), value(key, "AWS_SECRET_ACCESS_KEY"))))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** From lines for a shell: {@code export NAME='value'}. */
  private static String value(String shell, String name) {
    Matcher line = Pattern.compile(name + "=['\"]?([^'\"\\s]+)").matcher(shell);
    assertThat(line.find()).as(shell).isTrue();
    return line.group(1);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .region(Region.of(Request.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static Request object(String action, String key) {
    return new Request(action, "arn:aws:s3:::" + BUCKET + "/" + key);
  }

  private static Request listing(String prefix) {
    return new Request("s3:ListBucket", "arn:aws:s3:::" + BUCKET, Map.of("s3:prefix", prefix));
  }

  private static String stream(String name) {
    return "arn:aws:kinesis:%s:%s:stream/%s".formatted(Request.REGION, Request.ACCOUNT, name);
  }

  private static String log(String rest) {
    return "arn:aws:logs:%s:%s:log-group:%s".formatted(Request.REGION, Request.ACCOUNT, rest);
  }

  private static String key(String name) {
    return "arn:aws:kms:%s:%s:key/%s".formatted(Request.REGION, Request.ACCOUNT, name);
  }
}
