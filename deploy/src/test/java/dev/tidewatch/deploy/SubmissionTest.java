package dev.tidewatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.deploy.AwsStandIn.Answer;
import dev.tidewatch.deploy.emr.EmrStep;
import dev.tidewatch.deploy.emr.EmrSubmission;
import dev.tidewatch.deploy.emreks.ContainerRun;
import dev.tidewatch.deploy.emreks.ContainerSubmission;
import dev.tidewatch.deploy.emrserverless.ServerlessRun;
import dev.tidewatch.deploy.emrserverless.ServerlessSubmission;
import dev.tidewatch.deploy.glue.GlueJob;
import dev.tidewatch.deploy.glue.GlueJob.Workers;
import dev.tidewatch.deploy.glue.GlueSubmission;
import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.job.S3Location;
import dev.tidewatch.deploy.job.SparkLine;
import dev.tidewatch.deploy.job.Upload;
import dev.tidewatch.deploy.job.Uploader;
import dev.tidewatch.deploy.request.Conflict;
import dev.tidewatch.localaws.LocalAws;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrcontainers.EmrContainersClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What is done when something is there already: submitting twice never makes two jobs. */
class SubmissionTest {
  private static final S3Location ASSETS = new S3Location("assets", "tidewatch");
  private static final String ROLE = "arn:aws:iam::123456789012:role/TidewatchJob";

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();
  private EtlJob job;

  @BeforeEach
  void pack() throws Exception {
    Path jar = Files.writeString(folder.resolve("etl.jar"), "a jar");
    Path metricSet = Files.writeString(folder.resolve("shop.yaml"), "name: shop");
    job = EtlJob.of("tidewatch-shop", SparkLine.SPARK_3_5, jar, metricSet, ASSETS);
  }

  @Test
  void glueMakesTheJobAndStartsIt() {
    try (AwsStandIn service =
            AwsStandIn.start(operation -> Answer.ok("{\"Name\":\"x\",\"JobRunId\":\"jr_1\"}"));
        GlueClient glue = client(GlueClient.builder(), service)) {
      GlueSubmission submission = new GlueSubmission(glue, said::add);
      submission.define(glueJob());
      assertThat(submission.start(glueJob())).isEqualTo("jr_1");
      assertThat(service.asked()).containsExactly("CreateJob", "StartJobRun");
      assertThat(said).containsExactly("made the job tidewatch-shop", "started run jr_1");
    }
  }

  @Test
  void glueChangesTheJobThatIsThere() {
    try (AwsStandIn service =
            AwsStandIn.start(
                operation ->
                    operation.equals("CreateJob")
                        ? refused("AlreadyExistsException", "Job already submitted")
                        : Answer.ok("{\"JobName\":\"x\"}"));
        GlueClient glue = client(GlueClient.builder(), service)) {
      new GlueSubmission(glue, said::add).define(glueJob());
      assertThat(service.asked()).containsExactly("CreateJob", "UpdateJob");
      assertThat(said).containsExactly("changed the job tidewatch-shop");
    }
  }

  @Test
  void glueSaysWhatToDoWhenItRuns() {
    try (AwsStandIn service =
            AwsStandIn.start(operation -> refused("ConcurrentRunsExceededException", "exceeded"));
        GlueClient glue = client(GlueClient.builder(), service)) {
      assertThatThrownBy(() -> new GlueSubmission(glue, said::add).start(glueJob()))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("aws glue batch-stop-job-run");
    }
  }

  @Test
  void emrRefusesASecondStepOfTheName() {
    EmrStep step = new EmrStep(job, "j-2AXXXXXXGAPLF");
    try (AwsStandIn service =
            AwsStandIn.start(
                operation ->
                    Answer.ok(
                        operation.equals("ListSteps")
                            ? "{\"Steps\":[{\"Id\":\"s-1\",\"Name\":\"tidewatch-shop\",\"Status\":{\"State\":\"RUNNING\"}}]}"
                            : "{\"StepIds\":[\"s-2\"]}"));
        EmrClient emr = client(EmrClient.builder(), service)) {
      assertThatThrownBy(() -> new EmrSubmission(emr, said::add).submit(step))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("--step-ids s-1");
      assertThat(service.asked()).containsExactly("ListSteps");
    }
  }

  @Test
  void emrAddsTheStep() {
    EmrStep step = new EmrStep(job, "j-2AXXXXXXGAPLF");
    try (AwsStandIn service =
            AwsStandIn.start(operation -> Answer.ok("{\"Steps\":[],\"StepIds\":[\"s-2\"]}"));
        EmrClient emr = client(EmrClient.builder(), service)) {
      assertThat(new EmrSubmission(emr, said::add).submit(step)).isEqualTo("s-2");
      assertThat(service.asked()).containsExactly("ListSteps", "AddJobFlowSteps");
    }
  }

  @Test
  void serverlessMakesTheApplicationOnceAndRefusesASecondRun() {
    ServerlessRun run = new ServerlessRun(job, ROLE, "emr-7.12.0", 5, "/tidewatch/etl");
    Function<String, Answer> empty =
        operation ->
            Answer.ok(
                switch (operation) {
                  case "GET /applications" -> "{\"applications\":[]}";
                  case "POST /applications" -> "{\"applicationId\":\"00f1\"}";
                  case "GET /applications/00f1/jobruns" -> "{\"jobRuns\":[]}";
                  default -> "{\"jobRunId\":\"r-1\"}";
                });
    try (AwsStandIn service = AwsStandIn.start(empty);
        EmrServerlessClient serverless = client(EmrServerlessClient.builder(), service)) {
      assertThat(new ServerlessSubmission(serverless, said::add).submit(run, "")).isEqualTo("r-1");
      assertThat(service.asked())
          .containsExactly(
              "GET /applications",
              "POST /applications",
              "GET /applications/00f1/jobruns",
              "POST /applications/00f1/jobruns");
    }
    Function<String, Answer> running =
        operation ->
            Answer.ok(
                operation.equals("GET /applications")
                    ? "{\"applications\":[{\"id\":\"00f1\",\"name\":\"tidewatch-shop\",\"state\":\"STARTED\"}]}"
                    : "{\"jobRuns\":[{\"id\":\"r-1\",\"name\":\"tidewatch-shop\",\"state\":\"RUNNING\"}]}");
    try (AwsStandIn service = AwsStandIn.start(running);
        EmrServerlessClient serverless = client(EmrServerlessClient.builder(), service)) {
      assertThatThrownBy(() -> new ServerlessSubmission(serverless, said::add).submit(run, ""))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("--job-run-id r-1");
    }
  }

  @Test
  void eksRefusesASecondRun() {
    ContainerRun run =
        new ContainerRun(job, "4hj2", ROLE, "emr-7.12.0-latest", 100, "/tidewatch/etl");
    try (AwsStandIn service =
            AwsStandIn.start(
                operation ->
                    Answer.ok(
                        operation.startsWith("GET")
                            ? "{\"jobRuns\":[{\"id\":\"c-1\",\"name\":\"other\",\"state\":\"RUNNING\"}]}"
                            : "{\"id\":\"c-2\"}"));
        EmrContainersClient containers = client(EmrContainersClient.builder(), service)) {
      assertThat(new ContainerSubmission(containers, said::add).submit(run)).isEqualTo("c-2");
    }
    try (AwsStandIn service =
            AwsStandIn.start(
                operation ->
                    Answer.ok(
                        "{\"jobRuns\":[{\"id\":\"c-1\",\"name\":\"tidewatch-shop\",\"state\":\"RUNNING\"}]}"));
        EmrContainersClient containers = client(EmrContainersClient.builder(), service)) {
      assertThatThrownBy(() -> new ContainerSubmission(containers, said::add).submit(run))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("--id c-1");
    }
  }

  @Test
  void filesAreSentOnce() throws Exception {
    try (LocalAws aws = LocalAws.start(LocalAws.Options.defaults());
        S3Client s3 =
            S3Client.builder()
                .endpointOverride(aws.endpoints().s3())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      s3.createBucket(ask -> ask.bucket("assets"));
      Uploader uploader = new Uploader(s3, said::add);
      uploader.sendUnlessThere(job.jar());
      uploader.sendUnlessThere(job.jar());
      assertThat(said).hasSize(2);
      assertThat(said.get(0)).startsWith("sent s3://assets/tidewatch/jars/etl-");
      assertThat(said.get(1)).endsWith(".jar is there");
      Files.writeString(folder.resolve("etl.jar"), "another jar");
      Upload changed = Upload.of(folder.resolve("etl.jar"), ASSETS.below("jars"));
      assertThat(changed.to()).isNotEqualTo(job.jar().to());
    }
  }

  private GlueJob glueJob() {
    return new GlueJob(
        job, job.metricSet(), ASSETS, new Workers("TidewatchJob", "G.025X", 2, true, 3, "Sun:3"));
  }

  private static Answer refused(String type, String message) {
    return new Answer(400, "{\"__type\":\"" + type + "\",\"Message\":\"" + message + "\"}");
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, AwsStandIn service) {
    return builder
        .endpointOverride(service.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret"));
  }
}
