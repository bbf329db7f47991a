package dev.tidewatch.detector.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.operation.AllOperations;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.operation.SourcePreview;
import dev.tidewatch.detector.operation.Surroundings;
import dev.tidewatch.detector.sample.SampleState.Kind;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.wire.Paging;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AutoDetectionS3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.SampleDataS3SourceConfig;

/** What the keeper does in each state; the schedule, which moves detectors, is played by hand. */
class SampleKeeperTest {
  private static final Instant OPENED = Instant.parse("2026-11-28T12:02:00Z");

  @TempDir Path data;

  private Instant now = OPENED;
  private final ResourceNames names = new ResourceNames(Account.EXAMPLE);
  private SqliteDatabase database;
  private SampleRequests requests;
  private SampleKeeper keeper;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(data.resolve("detector.db"));
    requests = new SampleRequests(data, () -> now);
    keeper = keeper();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SampleKeeper keeper() {
    Surroundings surroundings =
        new Surroundings(
            database,
            names,
            Quotas.LOOKOUT,
            new Paging(new byte[32], Clock.systemUTC()),
            () -> now,
            new Idle());
    Operations operations = AllOperations.of(surroundings, new NoPreview());
    return new SampleKeeper(
        SampleRequests.folder(data), new SampleDetector(database, names, operations), () -> now);
  }

  private static final class Idle implements Activation {
    @Override
    public void activate(long detector) {}

    @Override
    public void backTest(long detector) {}

    @Override
    public void deactivate(long detector) {}

    @Override
    public void delete(long detector) {}
  }

  private static final class NoPreview implements SourcePreview {
    @Override
    public GetSampleDataResponse sample(SampleDataS3SourceConfig source) {
      throw new AssertionError("nobody asked");
    }

    @Override
    public DetectedMetricSetConfig detect(AutoDetectionS3SourceConfig source) {
      throw new AssertionError("nobody asked");
    }
  }

  private Detector detector() {
    return database.read(handle -> Detectors.find(handle, "sample-shop")).orElseThrow();
  }

  private void status(AnomalyDetectorStatus status) {
    database.change(handle -> Detectors.setStatus(handle, detector().id(), status, now));
  }

  private int offset() {
    return database
        .read(handle -> MetricSets.of(handle, detector().id()))
        .orElseThrow()
        .definition()
        .offset();
  }

  private void finishDeletion() {
    Detector detector = detector();
    database.change(handle -> Detectors.delete(handle, detector, names));
  }

  private void loadUntilActive() {
    requests.load();
    keeper.step();
    keeper.step();
    status(AnomalyDetectorStatus.ACTIVE);
    keeper.step();
  }

  @Test
  void doesNothingUnasked() {
    assertThat(keeper.step().kind()).isEqualTo(Kind.ABSENT);
    int detectors = database.read(Detectors::count);
    assertThat(detectors).isZero();
  }

  @Test
  void learnsFromWhatWasBeforeTheLastDaysAndJudgesThoseAfterwards() {
    requests.load();
    assertThat(keeper.step().kind()).isEqualTo(Kind.LOADING);
    assertThat(keeper.step().words()).isEqualTo("Learning from the first days");
    assertThat(detector().status()).isEqualTo(AnomalyDetectorStatus.ACTIVATING);
    assertThat(offset()).isEqualTo(Duration.ofDays(5).toSeconds());
    status(AnomalyDetectorStatus.ACTIVE);
    assertThat(keeper.step().words()).isEqualTo("Judging the last days");
    assertThat(offset()).isEqualTo(15);
  }

  @Test
  void loadsOnceHoweverOftenItIsAsked() {
    loadUntilActive();
    Instant opened = detector().created();
    now = now.plus(Duration.ofHours(1));
    requests.load();
    keeper.step();
    int detectors = database.read(Detectors::count);
    assertThat(detectors).isOne();
    assertThat(detector().created()).isEqualTo(opened);
  }

  @Test
  void writesEveryIntervalWhenItIsOverAndThoseThatWereMissedToo() {
    loadUntilActive();
    Path day = data.resolve("sample/objects/live/20261128");
    assertThat(day.resolve("1155/records.csv")).isRegularFile();
    assertThat(day.resolve("1200/records.csv")).doesNotExist();
    now = Instant.parse("2026-11-28T12:20:00Z");
    SampleData.writeDue(data, () -> now);
    assertThat(day.resolve("1200/records.csv")).isRegularFile();
    assertThat(day.resolve("1215/records.csv")).isRegularFile();
    assertThat(day.resolve("1220/records.csv")).doesNotExist();
  }

  @Test
  void forgetsFilesOfIntervalsThatAreLongOver() {
    loadUntilActive();
    Path first = data.resolve("sample/objects/live/20261123");
    assertThat(first).isDirectory();
    now = now.plus(Duration.ofDays(8));
    keeper.step();
    assertThat(first).doesNotExist();
    keeper().step();
    assertThat(first).doesNotExist();
  }

  @Test
  void goesOnAfterItWasInterruptedBetweenAnyTwoSteps() {
    requests.load();
    keeper().step();
    keeper().step();
    status(AnomalyDetectorStatus.ACTIVE);
    assertThat(keeper().step().kind()).isEqualTo(Kind.LOADING);
    assertThat(offset()).isEqualTo(15);
  }

  @Test
  void leavesADetectorOfTheSameNameAlone() {
    DetectorDraft own = new DetectorDraft("sample-shop", null, IntervalLength.PT1H, null);
    database.change(handle -> Detectors.insert(handle, own, now));
    requests.load();
    assertThat(keeper.step().kind()).isEqualTo(Kind.STUCK);
    requests.remove();
    assertThat(keeper.step().kind()).isEqualTo(Kind.ABSENT);
    assertThat(detector().interval()).isEqualTo(IntervalLength.PT1H);
    assertThat(data.resolve("sample")).doesNotExist();
  }

  @Test
  void takesEverythingAway() {
    loadUntilActive();
    requests.remove();
    assertThat(keeper.step().kind()).isEqualTo(Kind.REMOVING);
    assertThat(keeper.step().kind()).isEqualTo(Kind.REMOVING);
    assertThat(data.resolve("sample")).isDirectory();
    finishDeletion();
    assertThat(keeper.step().kind()).isEqualTo(Kind.ABSENT);
    assertThat(Files.exists(data.resolve("sample"))).isFalse();
  }

  @Test
  void doesNotBringBackWhatAUserDeleted() {
    loadUntilActive();
    finishDeletion();
    assertThat(keeper.step().kind()).isEqualTo(Kind.ABSENT);
    assertThat(keeper.step().kind()).isEqualTo(Kind.ABSENT);
    int detectors = database.read(Detectors::count);
    assertThat(detectors).isZero();
  }

  @Test
  void doesNotStartWhatAUserStopped() {
    loadUntilActive();
    status(AnomalyDetectorStatus.DEACTIVATED);
    assertThat(keeper.step().words()).contains("DEACTIVATED");
    assertThat(detector().status()).isEqualTo(AnomalyDetectorStatus.DEACTIVATED);
  }

  @Test
  void tellsHowFarJudgingIs() {
    loadUntilActive();
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO progress VALUES (?, 'CONTINUOUS', 0, ?, 0, 0, NULL, 0)",
                detector().id(),
                OPENED.minus(Duration.ofHours(60)).getEpochSecond()));
    assertThat(keeper.step().fraction()).isBetween(.65, .75);
    database.change(
        handle -> handle.execute("UPDATE progress SET next_interval = ?", OPENED.getEpochSecond()));
    assertThat(keeper.step().kind()).isEqualTo(Kind.READY);
  }
}
