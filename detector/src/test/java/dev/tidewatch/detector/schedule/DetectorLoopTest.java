package dev.tidewatch.detector.schedule;

import static dev.tidewatch.detector.schedule.Workshop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.BACK_TEST_COMPLETE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.DEACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.FAILED;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.INACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.LEARNING;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupCursor;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.anomaly.Points;
import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.scoring.cube.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorLoopTest {
  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private void activate() {
    workshop.status(ACTIVATING);
    workshop.settle();
  }

  private List<FoundGroup> groups() {
    return workshop.ask(handle -> Groups.newest(handle, workshop.id(), 50, GroupCursor.START, 9));
  }

  @Test
  void isActiveAtOnceWithHistory() {
    activate();
    assertThat(workshop.status()).isEqualTo(ACTIVE);
  }

  @Test
  void waitsWhileTheDiskIsFullAndThenLearns() {
    workshop.status(ACTIVATING);
    workshop.leaveRoom(40);
    assertThat(workshop.step()).contains(workshop.clock.instant().plusSeconds(1));
    assertThat(workshop.step()).contains(workshop.clock.instant().plusSeconds(2));
    assertThat(workshop.status()).isEqualTo(ACTIVATING);
    workshop.leaveRoom(100_000);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(ACTIVE);
  }

  @Test
  void aBacktestWaitsWhileTheDiskIsFull() {
    workshop.status(BACK_TEST_ACTIVATING);
    workshop.leaveRoom(40);
    workshop.step();
    assertThat(workshop.status()).isEqualTo(BACK_TEST_ACTIVATING);
    workshop.leaveRoom(100_000);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(BACK_TEST_COMPLETE);
  }

  @Test
  void saysThatOnlyAPartOfThePastCouldBeRead() {
    workshop.shop.unread = Optional.of("s3://shop/may.csv has no column revenue");
    activate();
    assertThat(workshop.status()).isEqualTo(ACTIVE);
    String last = at(-1).getEpochSecond() + " FAILED s3://shop/may.csv has no column revenue";
    assertThat(workshop.reasons()).containsExactly(last);
    workshop.shop.unread = Optional.empty();
    activate();
    workshop.runThrough(1);
    assertThat(workshop.reasons()).containsExactly(last);
  }

  @Test
  void keepsWhatIsKnownOfAnIntervalWhenItLearnsAnewFromAPartOfThePast() {
    activate();
    workshop.runThrough(0);
    workshop.shop.unread = Optional.of("s3://shop/may.csv is empty");
    activate();
    assertThat(workshop.reasons())
        .containsExactly(at(0).getEpochSecond() + " COMPLETED s3://shop/may.csv is empty");
  }

  @Test
  void aBacktestSaysThatOnlyAPartOfThePastCouldBeRead() {
    workshop.shop.unread = Optional.of("s3://shop/may.csv is empty");
    workshop.status(BACK_TEST_ACTIVATING);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(BACK_TEST_COMPLETE);
    assertThat(workshop.reasons())
        .singleElement()
        .asString()
        .endsWith("FAILED s3://shop/may.csv is empty");
  }

  @Test
  void learnsAnewWithAForest() {
    workshop.shop.historyIntervals = 320;
    activate();
    workshop.forest = true;
    workshop.stopAndStart();
    workshop.runThrough(0);
    workshop.runThrough(1);
    assertThat(workshop.status()).isEqualTo(ACTIVE);
    byte[] snapshot =
        workshop.ask(
            handle -> handle.createQuery("SELECT snapshot FROM engine").mapTo(byte[].class).one());
    String text = new String(snapshot, StandardCharsets.ISO_8859_1).replace("\0", "");
    assertThat(text).contains("forests 64");
  }

  @Test
  void givesUpLearningWhenTheServerStopsAndBeginsAgainAfterItsStart() {
    workshop.observer =
        step -> {
          if (step == RunStep.WHILE_LEARNING) {
            workshop.stop();
          }
        };
    activate();
    assertThat(workshop.status()).isEqualTo(ACTIVATING);
    workshop.observer = RunObserver.NONE;
    workshop.stopAndStart();
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(ACTIVE);
  }

  @Test
  void learnsUntilThreeHundredIntervalsHaveComeWithoutHistory() {
    workshop.shop.historyIntervals = 0;
    activate();
    assertThat(workshop.status()).isEqualTo(LEARNING);
    workshop.runThrough(298);
    assertThat(workshop.status()).isEqualTo(LEARNING);
    workshop.runThrough(299);
    assertThat(workshop.status()).isEqualTo(ACTIVE);
  }

  @Test
  void runsAnIntervalOnceWhenItsOffsetIsOver() {
    activate();
    workshop.clock.set(at(1).plus(Workshop.OFFSET).minusMillis(1));
    assertThat(workshop.step()).contains(at(1).plus(Workshop.OFFSET));
    assertThat(workshop.shop.reads).isEmpty();
    workshop.runThrough(0);
    workshop.settle();
    assertThat(workshop.shop.reads).isEqualTo(Map.of(at(0), 1));
  }

  @Test
  void runsEachIntervalOnceThoughTheClockJumps() {
    activate();
    workshop.runThrough(2);
    workshop.clock.set(at(0).minus(Duration.ofHours(3)));
    workshop.settle();
    assertThat(workshop.shop.reads).hasSize(3);

    workshop.runThrough(38); // three hours forward
    assertThat(workshop.shop.reads).hasSize(39);

    workshop.runThrough(5); // and back
    workshop.runThrough(39);
    assertThat(workshop.shop.reads)
        .hasSize(40)
        .allSatisfy((at, times) -> assertThat(times).isOne());
    assertThat(workshop.status()).isEqualTo(ACTIVE);
  }

  @Test
  void runsAnIntervalAsSoonAsItsManifestSaysThatItIsComplete() {
    workshop.shop.complete.add(at(0));
    activate();
    workshop.clock.set(at(1));
    workshop.settle();
    assertThat(workshop.shop.reads).containsKey(at(0));
  }

  @Test
  void catchesUpInOrderAfterDowntime() {
    activate();
    workshop.runThrough(2);
    workshop.restart();
    workshop.runThrough(40);
    assertThat(workshop.shop.reads)
        .hasSize(41)
        .allSatisfy((start, reads) -> assertThat(reads).isOne());
  }

  @Test
  void findsWhatFellAndNamesWhere() {
    activate();
    for (int interval = 10; interval < 14; interval++) {
      workshop.shop.revenueInUk.put(at(interval), .3);
    }
    workshop.runThrough(30);
    List<FoundGroup> found = groups();
    assertThat(found).hasSize(1);
    FoundGroup group = found.get(0);
    assertThat(group.measure()).isEqualTo("revenue");
    assertThat(group.scope()).isEqualTo(new Scope(Map.of("marketplace", "uk")));
    assertThat(group.start()).isEqualTo(at(10));
    assertThat(group.end()).isBetween(at(13), at(16)); // what lasted is doubted for a while
    assertThat(group.open()).isFalse();
    assertThat(group.peak().percent()).isBetween(-75.0, -60.0);
    List<FoundSeries> series = workshop.ask(handle -> Groups.series(handle, group));
    assertThat(series)
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.scope().values()).containsEntry("marketplace", "uk"));
    assertThat(workshop.ask(Told::all)).contains("opened revenue {marketplace=uk}");
  }

  @Test
  void keepsEveryPointThroughFolding() {
    activate();
    workshop.runThrough(300);
    Scope uk = new Scope(Map.of("marketplace", "uk"));
    List<Point> points =
        workshop.ask(
            handle ->
                Points.of(
                    handle,
                    workshop.id(),
                    "views",
                    SeriesNumbers.find(handle, workshop.id(), uk).orElseThrow(),
                    at(-1_000),
                    at(301)));
    assertThat(points).hasSize(1_301);
    assertThat(points).extracting(Point::interval).isSorted();
    assertThat(points).allSatisfy(point -> assertThat(point.value()).isPositive());
  }

  @Test
  void recordsIntervalsWithoutDataAndGoesOn() {
    workshop.shop.missing.addAll(List.of(at(3), at(4)));
    activate();
    workshop.runThrough(6);
    assertThat(workshop.everything())
        .contains("missing 1", "missing 2", "back after 2")
        .anyMatch(line -> line.contains("status=FAILED") && line.contains("there is nothing for"));
  }

  @Test
  void takesAnIntervalThatIsEmptyByRightForWhatItIs() {
    activate();
    for (int interval = 5; interval < 9; interval++) {
      workshop.shop.empty.add(at(interval));
    }
    workshop.runThrough(20);
    assertThat(workshop.ask(Told::all))
        .contains("opened views {}")
        .noneMatch(t -> t.startsWith("missing"));
  }

  @Test
  void waitsForASourceThatIsAwayAndLosesNothing() {
    activate();
    workshop.shop.outages = 3;
    workshop.runThrough(0);
    for (int seconds = 1; seconds < 30; seconds++) {
      workshop.clock.set(workshop.clock.instant().plusSeconds(1));
      workshop.settle();
    }
    assertThat(workshop.shop.reads).isEqualTo(Map.of(at(0), 1));
    assertThat(workshop.everything()).anyMatch(line -> line.contains("status=COMPLETED"));
  }

  @Test
  void stopsAndLearnsAnewWhenActivatedAgain() {
    activate();
    for (int interval = 2; interval < 5; interval++) {
      workshop.shop.revenueInUk.put(at(interval), .2);
      workshop.shop.revenueInUk.put(at(interval + 20), .2);
    }
    workshop.runThrough(5);
    workshop.status(DEACTIVATING);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(INACTIVE);
    activate();
    assertThat(workshop.status()).isEqualTo(ACTIVE);
    workshop.runThrough(30);
    assertThat(groups()).extracting(FoundGroup::start).containsExactly(at(22), at(2));
  }

  @Test
  void learnsAnewWhenItsSnapshotIsDamaged() {
    activate();
    workshop.stopAndStart();
    workshop.damageSnapshot();
    workshop.runThrough(2);
    assertThat(workshop.status()).isEqualTo(ACTIVE);
    assertThat(workshop.shop.reads).doesNotContainKey(at(1)); // by now it is history
    workshop.runThrough(3);
    assertThat(workshop.everything()).anyMatch(line -> line.contains("status=COMPLETED"));
  }

  @Test
  void tellsInABacktestWhatTheNewestThirdShows() {
    for (int interval = 0; interval < 4; interval++) {
      workshop.shop.revenueInUk.put(at(interval - 100), .2);
      workshop.shop.revenueInUk.put(at(interval - 900), .2);
    }
    workshop.status(BACK_TEST_ACTIVATING);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(BACK_TEST_COMPLETE);
    assertThat(groups()).extracting(FoundGroup::start).containsExactly(at(-100));
  }

  @Test
  void failsABacktestOfTooFewIntervals() {
    workshop.shop.historyIntervals = 284;
    workshop.status(BACK_TEST_ACTIVATING);
    workshop.settle();
    assertThat(workshop.status()).isEqualTo(FAILED);
    assertThat(workshop.detector().failure().reason()).contains("285").contains("284");
  }
}
