package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.plan.Apply;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import dev.tidewatch.setup.plan.StepObserver;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class LookoutTargetTest {
  static final String FILE =
      """
      name: shop
      description: A shop
      stream: {name: shop-live}
      records: {format: JSON}
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, {name: revenue, decimals: 2}]
      interval: PT5M
      output: {location: s3://shop-data/live}
      detector:
        activation: none
        tags: {team: web}
        dataset:
          source:
            s3:
              path: s3://shop-data/live/{{yyyyMMdd}}/{{HHmm}}/
              role: arn:aws:iam::123456789012:role/reader
      topics:
        - name: shop-anomalies
          displayName: Shop
          subscribers:
            - {protocol: sqs, endpoint: "arn:aws:sqs:us-east-1:123456789012:oncall", raw: true, filter: {severityClass: [CRITICAL]}}
      alerts:
        - name: shop-oncall
          threshold: 60
          measures: [revenue]
          dimensions: {marketplace: [us, uk]}
          sns: {topic: shop-anomalies, format: LONG_TEXT, role: "arn:aws:iam::123456789012:role/alerter"}
      """;

  private static final Identity ME =
      new Identity("aws", "us-east-1", "123456789012", "arn:aws:iam::123456789012:user/me");

  private static final StepObserver SILENT =
      new StepObserver() {
        @Override
        public void begins(Change step) {}

        @Override
        public void done(Change step, String result) {}
      };

  @TempDir static Path folder;
  private static Station station;
  private static Clients clients;

  @BeforeAll
  static void start() {
    station = Station.start(folder);
    clients = new Clients();
    clients.s3().createBucket(request -> request.bucket("shop-data"));
    clients
        .s3()
        .putObject(request -> request.bucket("shop-data").key("mine"), RequestBody.fromString("x"));
  }

  @AfterAll
  static void stop() {
    clients.close();
    station.close();
  }

  private static LookoutTarget target(String text) {
    Blueprint blueprint = BlueprintFile.read(text, "shop.yaml");
    return LookoutTarget.of(blueprint, clients, ME, Patience.usual());
  }

  private static Plan plan(String text) {
    return target(text).plan(new Planner(false));
  }

  @Test
  void makesEverythingThenNothingThenWhatDiffersThenTakesAllAway() {
    Plan first = plan(FILE);
    assertThat(first.steps()).allMatch(step -> step.action() == Action.CREATE);
    assertThat(first.steps())
        .extracting(Change::subject)
        .containsExactly(
            "SNS topic shop-anomalies",
            "SNS subscription shop-anomalies → sqs arn:aws:sqs:us-east-1:123456789012:oncall",
            "detector shop",
            "dataset shop/shop",
            "alert shop-oncall");
    new Apply(SILENT).run(first);
    assertThat(plan(FILE).steps()).isEmpty();

    String changed =
        FILE.replace("threshold: 60", "threshold: 70").replace("team: web", "team: app");
    Plan second = plan(changed);
    assertThat(second.steps())
        .extracting(Change::subject)
        .containsExactly("detector shop", "alert shop-oncall");
    new Apply(SILENT).run(second);
    assertThat(plan(changed).steps()).isEmpty();

    Plan third = plan(changed.replace("zone: UTC", "").replace("interval: PT5M", "interval: PT1H"));
    assertThat(third.steps()).extracting(Change::action).contains(Action.REPLACE);
    assertThat(third.notes()).anyMatch(note -> note.startsWith("Replacing the detector ends"));

    new Apply(SILENT).run(target(changed).destruction(true));
    assertThat(target(changed).destruction(true).steps()).isEmpty();
  }
}
