package dev.tidewatch.setup.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.lookout.LookoutTarget;
import dev.tidewatch.setup.plan.Conflict;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

class CloudWatchTargetTest {
  @TempDir static Path folder;
  private static Sky sky;

  @BeforeAll
  static void start() {
    sky = new Sky(folder);
  }

  @AfterAll
  static void stop() {
    sky.close();
  }

  private static final class Killed extends RuntimeException {}

  @Test
  void makesEverythingInTheOrderOfNeedAndThenHasNothingToDo() {
    String file = Web.file("order");
    Plan plan = sky.plan(file);
    assertThat(Sky.steps(plan))
        .containsExactly(
            "+ SNS topic order-anomalies",
            "+ SNS subscription order-anomalies → sqs arn:aws:sqs:us-east-1:123456789012:order-oncall",
            "+ SNS topic policy order-anomalies",
            "+ CloudWatch anomaly detection model Shop/order views{} Sum",
            "+ CloudWatch anomaly detection model Shop/order latency{platform=app} Average",
            "+ CloudWatch alarm tidewatch/order/band/views",
            "+ CloudWatch alarm tidewatch/order/band/latency/platform=app",
            "+ CloudWatch alarm tidewatch/order/below/views/marketplace=us/platform=app",
            "+ CloudWatch alarm tidewatch/order/ingest",
            "+ CloudWatch alarm tidewatch/order/lag",
            "+ EventBridge rule tidewatch-order-alarms",
            "+ EventBridge target tidewatch-order-alarms/topic");
    assertThat(plan.notes())
        .first()
        .asString()
        .startsWith("2 alarms with a band and 3 without cost about 0.90 USD a month");
    sky.apply(file);
    assertThat(Sky.steps(sky.plan(file))).isEmpty();
  }

  @Test
  void changesInPlaceWhatDiffersAndDeletesWhatIsGone() {
    String file = Web.file("changed");
    sky.apply(file);
    String changed =
        file.replace("width: 3, side: above", "width: 2.5")
            .replace("below: 10", "above: 90")
            .replace("lag: {above: 10m}", "lag: false")
            .replace(
                "  thresholds",
                "  excluded: [{from: '2026-11-27T00:00:00Z', to: '2026-11-28T00:00:00Z'}]\n"
                    + "  thresholds");
    Plan plan = sky.plan(changed);
    assertThat(Sky.steps(plan))
        .containsExactly(
            "~ CloudWatch anomaly detection model Shop/changed views{} Sum",
            "~ CloudWatch anomaly detection model Shop/changed latency{platform=app} Average",
            "~ CloudWatch alarm tidewatch/changed/band/latency/platform=app",
            "+ CloudWatch alarm tidewatch/changed/above/views/marketplace=us/platform=app",
            "- CloudWatch alarm tidewatch/changed/below/views/marketplace=us/platform=app",
            "- CloudWatch alarm tidewatch/changed/lag");
    assertThat(plan.steps().get(2).differences())
        .extracting(Difference::attribute)
        .containsExactly("description", "metric", "comparison");
    sky.apply(changed);
    assertThat(Sky.steps(sky.plan(changed))).isEmpty();
  }

  @Test
  void seesWhatOthersChanged() {
    String file = Web.file("drift");
    sky.apply(file);
    sky.clients()
        .cloudWatch()
        .putMetricAlarm(
            alarm ->
                alarm
                    .alarmName("tidewatch/drift/ingest")
                    .namespace("AWS/Kinesis")
                    .metricName("IncomingRecords")
                    .statistic("Sum")
                    .period(300)
                    .evaluationPeriods(1)
                    .threshold(7.0)
                    .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD));
    sky.clients().eventBridge().disableRule(rule -> rule.name("tidewatch-drift-alarms"));
    assertThat(Sky.steps(sky.plan(file)))
        .containsExactly(
            "~ CloudWatch alarm tidewatch/drift/ingest",
            "~ EventBridge rule tidewatch-drift-alarms");
    sky.apply(file);
    assertThat(Sky.steps(sky.plan(file))).isEmpty();
  }

  @Test
  void takesAwayModelsAlarmsAndRuleThatAreNoLongerInTheFile() {
    String file = Web.file("fewer");
    sky.apply(file);
    String fewer =
        file.replaceAll("(?m)^ +- \\{measure: views\\}\\n", "")
            .replace("lag: {above: 10m}", "messages: action");
    assertThat(Sky.steps(sky.plan(fewer)))
        .containsExactly(
            "~ SNS topic policy fewer-anomalies",
            "~ CloudWatch alarm tidewatch/fewer/lag",
            "- EventBridge rule tidewatch-fewer-alarms",
            "- CloudWatch alarm tidewatch/fewer/band/views",
            "- CloudWatch anomaly detection model Shop/fewer views{} Sum");
    sky.apply(fewer);
    assertThat(Sky.steps(sky.plan(fewer))).isEmpty();
  }

  @Test
  void takesEverythingAwayAndLeavesWhatIsNotOurs() {
    String other = Web.file("other");
    sky.apply(other);
    List<String> before = sky.state(other);
    sky.clients().sns().createTopic(topic -> topic.name("away-anomalies"));
    String file = Web.file("away");
    sky.apply(file);
    assertThat(sky.target(file).destruction(true).notes())
        .contains("SNS topic away-anomalies was not made here and stays");
    sky.destroy(file, event -> {});
    assertThat(sky.target(file).destruction(true).steps()).isEmpty();
    assertThat(sky.clients().cloudWatch().describeAlarms().metricAlarms())
        .noneMatch(alarm -> alarm.alarmName().startsWith("tidewatch/away/"));
    assertThat(AnomalyModel.of(sky.clients().cloudWatch(), "Shop/away")).isEmpty();
    assertThat(
            sky.clients()
                .sns()
                .getTopicAttributes(topic -> topic.topicArn(Sky.ME.topicArn("away-anomalies")))
                .attributes()
                .getOrDefault("Policy", ""))
        .doesNotContain("tidewatch");
    assertThat(sky.state(other)).isEqualTo(before);
  }

  /** The web shop's file with an alert of a detector, too. */
  private static String forBoth(String name) {
    return Web.file(name)
        + "alerts:\n  - {name: NAME-oncall, sns: {topic: NAME-anomalies}}\n".replace("NAME", name);
  }

  private static LookoutTarget lookout(String text) {
    return LookoutTarget.of(Sky.blueprint(text), sky.clients(), Sky.ME, Patience.usual());
  }

  @Test
  void leavesTheTopicToTheOtherTargetWhicheverGoesFirst() {
    String first = forBoth("first");
    sky.clients().s3().createBucket(bucket -> bucket.bucket("first-data"));
    sky.apply(first);
    Sky.run(lookout(first).plan(new Planner(false)), event -> {});
    assertThat(Sky.steps(sky.plan(first))).isEmpty();
    assertThat(lookout(first).plan(new Planner(false)).steps()).isEmpty();

    List<String> before = sky.state(first);
    Plan detectorGoes = lookout(first).destruction(false);
    assertThat(Sky.steps(detectorGoes))
        .contains("- use of SNS topic first-anomalies")
        .doesNotContain("- SNS topic first-anomalies");
    assertThat(detectorGoes.notes())
        .contains(
            "SNS topic first-anomalies stays with its subscribers: the file's other target tells"
                + " it");
    Sky.run(detectorGoes, event -> {});
    assertThat(sky.state(first)).isEqualTo(before);
    assertThat(lookout(first).destruction(false).steps()).isEmpty();
    sky.destroy(first, event -> {});
    assertThat(Sky.steps(sky.target(first).destruction(true))).isEmpty();
    assertThat(sky.clients().sns().listTopics().topics())
        .noneMatch(topic -> topic.topicArn().endsWith(":first-anomalies"));

    sky.apply(first);
    Sky.run(lookout(first).plan(new Planner(false)), event -> {});
    sky.destroy(first, event -> {});
    assertThat(sky.target(first).destruction(true).steps()).isEmpty();
    assertThat(lookout(first).plan(new Planner(false)).steps()).isEmpty();
    Sky.run(lookout(first).destruction(false), event -> {});
    assertThat(sky.clients().sns().listTopics().topics())
        .noneMatch(topic -> topic.topicArn().endsWith(":first-anomalies"));
  }

  @Test
  void leavesAModelThatAnAlarmOfSomebodyElseLooksAt() {
    String file = Web.file("shared");
    sky.apply(file);
    PutMetricAlarmRequest band =
        new AlarmRequests(Sky.blueprint(file), new Names("shared", Sky.ME)).all().get(0);
    sky.clients().cloudWatch().putMetricAlarm(band.toBuilder().alarmName("another").build());
    sky.destroy(file, event -> {});
    assertThat(AnomalyModel.of(sky.clients().cloudWatch(), "Shop/shared")).hasSize(1);
  }

  @Test
  void refusesAnAlarmOfSomebodyElse() {
    sky.clients()
        .cloudWatch()
        .putMetricAlarm(
            alarm ->
                alarm
                    .alarmName("tidewatch/foreign/lag")
                    .namespace("X")
                    .metricName("y")
                    .statistic("Sum")
                    .period(60)
                    .evaluationPeriods(1)
                    .threshold(1.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
    assertThatThrownBy(() -> sky.plan(Web.file("foreign")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("CloudWatch alarm 'tidewatch/foreign/lag' exists already");
  }

  @Test
  void refusesAlarmsOnMetricsThatNobodyPublishesUntilSomebodyDoes() {
    String file =
        Web.file("unseen").replace("  namespace:", "  publish: [[], [platform]]\n  namespace:");
    assertThatThrownBy(() -> sky.plan(file))
        .isInstanceOf(Unpublished.class)
        .hasMessage(
            "nobody publishes these metrics to Shop/unseen, so their alarms would never tell"
                + " anything: views, marketplace=us, platform=app. Add their dimensions to"
                + " cloudwatch.publish, or publish them before");
    sky.clients()
        .cloudWatch()
        .putMetricData(
            put ->
                put.namespace("Shop/unseen")
                    .metricData(
                        MetricDatum.builder()
                            .metricName("views")
                            .dimensions(
                                Metrics.dimensions(
                                    java.util.Map.of("marketplace", "us", "platform", "app")))
                            .value(1.0)
                            .build()));
    assertThat(Sky.steps(sky.plan(file))).isNotEmpty();
  }

  @Test
  void endsInTheSameStateWhereverApplyWasCut() {
    List<String> events = new ArrayList<>();
    String whole = Web.file("whole");
    sky.apply(whole, events::add);
    List<String> wanted = sky.state(whole);
    for (int cut = 0; cut < events.size(); cut++) {
      String name = "cut" + cut;
      String file = Web.file(name);
      assertThat(killedAt(cut, hook -> sky.apply(file, hook))).isTrue();
      sky.apply(file);
      assertThat(sky.state(file).stream().map(line -> line.replace(name, "whole")))
          .as("cut at %s", events.get(cut))
          .containsExactlyElementsOf(wanted);
      assertThat(sky.plan(file).steps()).isEmpty();
    }
    System.out.printf("CloudWatch apply cut at each of %d moments%n", events.size());
  }

  @Test
  void leavesNothingWhereverDestroyWasCut() {
    for (int cut = 0; ; cut++) {
      String file = Web.file("gone" + cut);
      sky.apply(file);
      boolean killed = killedAt(cut, hook -> sky.destroy(file, hook));
      sky.destroy(file, event -> {});
      assertThat(sky.target(file).destruction(true).steps()).isEmpty();
      assertThat(sky.plan(file).changes())
          .as("cut %d", cut)
          .allMatch(change -> change.resource().existing().equals(Optional.empty()));
      if (!killed) {
        return;
      }
    }
  }

  private static boolean killedAt(int cut, Consumer<Consumer<String>> work) {
    AtomicInteger seen = new AtomicInteger();
    try {
      work.accept(
          event -> {
            if (seen.getAndIncrement() == cut) {
              throw new Killed();
            }
          });
    } catch (Killed expected) {
      return true;
    }
    return false;
  }
}
