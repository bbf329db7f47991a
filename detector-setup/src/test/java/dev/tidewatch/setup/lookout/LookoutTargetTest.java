package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Conflict;
import dev.tidewatch.setup.plan.Plan;
import dev.tidewatch.setup.plan.Planner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

class LookoutTargetTest {
  private static final String OFFSET = "offset: 2m";
  private static final String MEASURES = "measures: [views, {name: revenue, decimals: 2}]";

  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void start() {
    ground = new Ground(folder);
  }

  @AfterAll
  static void stop() {
    ground.close();
  }

  private static List<String> steps(Plan plan) {
    return plan.steps().stream().map(step -> step.action().sign() + " " + step.subject()).toList();
  }

  @Test
  void makesEverythingInTheOrderOfNeedAndThenHasNothingToDo() {
    String file = Shop.file("order");
    assertThat(steps(ground.plan(file)))
        .containsExactly(
            "+ S3 bucket order-data",
            "+ SNS topic order-anomalies",
            "+ SNS subscription order-anomalies → sqs arn:aws:sqs:us-east-1:123456789012:oncall",
            "+ IAM role tidewatch-order-reads",
            "+ IAM role tidewatch-order-alerts",
            "+ detector order",
            "+ dataset order/order",
            "+ alert order-oncall",
            "+ activation order");
    ground.apply(file);
    assertThat(ground.settled("order").status()).isEqualTo(AnomalyDetectorStatus.ACTIVE);
    assertThat(steps(ground.plan(file))).isEmpty();
  }

  @Test
  void takesEverythingAwayAndLeavesWhatIsNotOurs() {
    String file = Shop.file("away");
    ground.apply(file);
    ground.destroy(file);
    assertThat(ground.target(file).destruction(true).steps()).isEmpty();
    assertThat(ground.directory("away").find()).isEmpty();
    assertThat(ground.clients().sns().listTopics().topics())
        .noneMatch(topic -> topic.topicArn().endsWith(":away-anomalies"));
    assertThat(ground.clients().s3().listObjectsV2(r -> r.bucket("shop-data")).contents())
        .isNotEmpty();
  }

  @Test
  void changesAlertsTagsAndOffsetsWhileTheDetectorRuns() {
    String file = Shop.file("running");
    ground.apply(file);
    String changed =
        file.replace("threshold: 60", "threshold: 70")
            .replace("team: web", "team: app")
            .replace(OFFSET, "offset: 3m");
    assertThat(steps(ground.plan(changed)))
        .containsExactly(
            "~ detector running", "~ alert running-oncall", "~ dataset running/running");
    ground.apply(changed);
    assertThat(steps(ground.plan(changed))).isEmpty();
  }

  @Test
  void stopsARunningDetectorForAsLongAsItsDatasetChanges() {
    String file = Shop.file("paused");
    ground.apply(file);
    ground.settled("paused");
    String changed =
        file.replace(MEASURES, "measures: [views]")
            .replace("measures: [revenue]", "measures: [views]");
    assertThat(steps(ground.plan(changed)))
        .containsExactly(
            "- activation paused",
            "~ alert paused-oncall",
            "~ dataset paused/paused",
            "+ activation paused");
    ground.apply(changed);
    assertThat(ground.settled("paused").status()).isEqualTo(AnomalyDetectorStatus.ACTIVE);
    assertThat(steps(ground.plan(changed))).isEmpty();
  }

  @Test
  void replacesADetectorWhoseIntervalOrZoneChangesAndSaysWhatIsLost() {
    String file = Shop.file("replaced");
    ground.apply(file);
    String changed =
        file.replace(
            "format: yyyy-MM-dd HH:mm:ss}", "format: yyyy-MM-dd HH:mm:ss, zone: Europe/Berlin}");
    Plan plan = ground.plan(changed);
    assertThat(steps(plan))
        .containsExactly(
            "± detector replaced",
            "+ dataset replaced/replaced",
            "+ alert replaced-oncall",
            "+ activation replaced");
    assertThat(plan.steps().get(0).reason())
        .isEqualTo("the API cannot change a dataset's Timezone");
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("Replacing the detector ends"));
    ground.apply(changed);
    assertThat(steps(ground.plan(changed))).isEmpty();
    assertThat(ground.plan(changed.replace("PT5M", "PT1H")).steps())
        .extracting(Change::action)
        .contains(Action.REPLACE);
  }

  @Test
  void takesAwayWhatIsNoLongerInTheFile() {
    String file = Shop.file("fewer");
    ground.apply(file);
    int alerts = file.indexOf("alerts:");
    int topics = file.indexOf("topics:");
    String fewer = file.substring(0, alerts).replaceAll("(?m)^    subscribers:\\n.*\\n", "");
    assertThat(steps(ground.plan(fewer)))
        .containsExactly(
            "- alert fewer-oncall",
            "- SNS subscription fewer-anomalies → sqs arn:aws:sqs:us-east-1:123456789012:oncall",
            "- IAM role tidewatch-fewer-alerts");
    ground.apply(fewer);
    assertThat(steps(ground.plan(fewer))).isEmpty();
    assertThat(steps(ground.plan(file.substring(0, topics))))
        .containsExactly("- SNS topic fewer-anomalies");
    ground.destroy(file);
  }

  @Test
  void refusesADetectorOfSomebodyElseUntilToldToTakeItOver() {
    ground
        .clients()
        .lookout()
        .createAnomalyDetector(
            request ->
                request
                    .anomalyDetectorName("foreign")
                    .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT5M")));
    String file = Shop.file("foreign");
    assertThatThrownBy(() -> ground.plan(file))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("detector 'foreign' exists already");
    assertThat(steps(ground.target(file).plan(new Planner(true))))
        .contains("~ detector foreign", "+ dataset foreign/foreign");
  }

  @Test
  void runsABacktestOnce() {
    String file =
        Shop.file("past")
            .replace("detector:", "detector:\n  activation: backtest")
            .replaceAll("(?m)^ +path: .*\\n", "");
    ground.apply(file);
    assertThat(ground.settled("past").status()).isEqualTo(AnomalyDetectorStatus.BACK_TEST_COMPLETE);
    assertThat(steps(ground.plan(file))).isEmpty();
    assertThat(ground.plan(Shop.file("past")).steps())
        .extracting(Change::action)
        .contains(Action.REPLACE);
  }

  @Test
  void findsADetectorThatHadAnotherNameInTheFile() {
    String file = Shop.file("renamed");
    ground.apply(file);
    String changed = file.replace("detector:\n", "detector:\n  name: renamed-anew\n");
    Plan plan = ground.plan(changed);
    assertThat(steps(plan))
        .containsExactly(
            "+ IAM role tidewatch-renamed-anew-reads",
            "+ IAM role tidewatch-renamed-anew-alerts",
            "- activation renamed",
            "- IAM role tidewatch-renamed-reads",
            "- IAM role tidewatch-renamed-alerts",
            "- detector renamed",
            "+ detector renamed-anew",
            "+ dataset renamed-anew/renamed",
            "+ alert renamed-oncall",
            "+ activation renamed-anew");
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("Deleting detector 'renamed' ends"));
    ground.apply(changed);
    assertThat(steps(ground.plan(changed))).isEmpty();
    assertThat(ground.directory("renamed").find()).isEmpty();
    ground.destroy(changed);
    assertThat(ground.target(file).destruction(true).steps()).isEmpty();
  }

  @Test
  void destroysADetectorThatHadAnotherNameInTheFileToo() {
    String file = Shop.file("moved");
    ground.apply(file);
    ground.destroy(file.replace("detector:\n", "detector:\n  name: moved-anew\n"));
    assertThat(ground.target(file).destruction(true).steps()).isEmpty();
  }

  @Test
  void leavesDetectorsOfOtherFilesAlone() {
    String one = Shop.file("neighbour");
    String other = Shop.file("neighbours");
    ground.apply(one);
    ground.apply(other);
    assertThat(steps(ground.plan(one))).isEmpty();
    ground.destroy(other);
    assertThat(steps(ground.plan(one))).isEmpty();
  }

  @Test
  void refusesTheNameOfAnAlertThatAnotherDetectorHasBeforeAnythingIsMade() {
    ground.apply(Shop.file("first"));
    String second = Shop.file("second").replace("second-oncall", "first-oncall");
    assertThatThrownBy(() -> ground.plan(second))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("alert 'first-oncall' exists already, at detector 'first'");
  }

  @Test
  void tellsOfHistoryOnlyWhereItIsRead() {
    String file = Shop.file("told");
    assertThat(ground.plan(file).notes()).anyMatch(note -> note.startsWith("History is read"));
    ground.apply(file);
    String oneMore = file.replace("alerts:\n", "  - {name: told-more}\nalerts:\n");
    assertThat(steps(ground.plan(oneMore))).containsExactly("+ SNS topic told-more");
    assertThat(ground.plan(oneMore).notes()).isEmpty();
  }
}
