package dev.tidewatch.detector.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.HistoryRange;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.detector.operation.AllOperations;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.operation.Surroundings;
import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.GroupPage;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.schedule.Announcements;
import dev.tidewatch.detector.schedule.EngineRoom;
import dev.tidewatch.detector.schedule.RunCounter;
import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.schedule.Scheduler;
import dev.tidewatch.detector.schedule.WorkPlace;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.detector.trial.Accuracy;
import dev.tidewatch.detector.trial.ShopHistory;
import dev.tidewatch.detector.trial.TrialComparison;
import dev.tidewatch.detector.trial.TrialDraft;
import dev.tidewatch.detector.trial.TrialResult;
import dev.tidewatch.detector.trial.TrialResult.AlertRate;
import dev.tidewatch.detector.trial.TrialResult.ClassCount;
import dev.tidewatch.detector.trial.TrialResult.WeekCount;
import dev.tidewatch.detector.trial.TrialResults;
import dev.tidewatch.detector.trial.TrialState;
import dev.tidewatch.detector.trial.TrialStates;
import dev.tidewatch.detector.trial.Trials;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.Paging;
import dev.tidewatch.detector.wire.ServiceModel;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.scoring.cube.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/** Trials with the real operations, schedule and engine, over files in a real S3. */
@ExtendWith(LocalAwsExtension.class)
class TrialsTest {
  private static final int HOURS = ShopHistory.HOURS;
  private static final int FALL = ShopHistory.FALL;
  private static final int RISE = ShopHistory.RISE;
  private static final Caller ANN = new Caller("ann", Role.ADMIN);
  private static Bucket bucket;

  @TempDir Path folder;

  private final ResourceNames names = new ResourceNames(Account.EXAMPLE);
  private final Clock clock = Clock.fixed(at(HOURS), ZoneOffset.UTC);
  private SqliteDatabase database;
  private Scheduler scheduler;
  private InnerCalls operations;
  private Trials trials;
  private TrialStates states;
  private TrialResults results;

  @BeforeAll
  static void writeHistory(LocalAws aws) {
    bucket = Bucket.of(aws, "trials");
    bucket.put("history/all.csv", ShopHistory.csv());
  }

  private static Instant at(int hour) {
    return ShopHistory.at(hour);
  }

  @BeforeEach
  void open() {
    open(Quotas.LOOKOUT);
  }

  private void open(Quotas quotas) {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    Room room = Room.ofHeap();
    DataSources sources =
        new DataSources(
            bucket::client,
            () -> {
              throw new AssertionError("no CloudWatch here");
            },
            clock,
            room);
    CatalogDatasets datasets = new CatalogDatasets(quotas, sources, false);
    scheduler =
        Scheduler.start(
            new WorkPlace(
                database,
                datasets,
                datasets,
                new Silence(),
                clock,
                Runnable::run,
                new EngineRoom(room),
                RunCounter.NONE,
                RunObserver.NONE),
            2,
            detector -> database.change(handle -> Detectors.delete(handle, detector, names)),
            wait -> wait);
    operations =
        new InnerCalls(
            ServiceModel.load(),
            AllOperations.of(
                new Surroundings(
                    database,
                    names,
                    quotas,
                    new Paging(new byte[32], Clock.systemUTC()),
                    clock,
                    scheduler),
                new Previews(sources)));
    trials = new Trials(database, names, operations, scheduler, clock);
    states = new TrialStates(database, scheduler::progress, scheduler::learning, clock);
    results = new TrialResults(database);
  }

  @AfterEach
  void close() {
    scheduler.close();
    database.close();
  }

  private static final class Silence implements Announcements {
    @Override
    public void changed(Handle handle, long detector, List<GroupChange> changes, Instant now) {}

    @Override
    public void missing(
        Handle handle, long detector, Interval interval, int missing, String reason, Instant now) {}

    @Override
    public void back(Handle handle, long detector, Interval interval, int missing, Instant now) {}

    @Override
    public void committed() {}
  }

  /** A live detector that nobody activated. */
  private TrialDraft shop(boolean withHistory) {
    operations.answer(
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName("shop")
            .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT1H"))
            .build(),
        ANN);
    operations.answer(dataset(withHistory), ANN);
    return trials.draft("shop").orElseThrow();
  }

  private CreateMetricSetRequest dataset(boolean withHistory) {
    return CreateMetricSetRequest.builder()
        .anomalyDetectorArn(names.detector("shop"))
        .metricSetName("sales")
        .metricList(sum("orders"), sum("revenue"))
        .dimensionList("country", "platform")
        .timestampColumn(column -> column.columnName("time").columnFormat("UNIX"))
        .metricSource(
            source ->
                source.s3SourceConfig(
                    s3 ->
                        s3.roleArn("arn:aws:iam::123456789012:role/L4M")
                            .templatedPathList("s3://trials/live/{{yyyyMMdd}}/{{HHmm}}/")
                            .historicalDataPathList(
                                withHistory ? List.of("s3://trials/history/") : null)
                            .fileFormatDescriptor(
                                format ->
                                    format.csvFormatDescriptor(
                                        csv -> csv.containsHeader(true).delimiter(",")))))
        .build();
  }

  private static Metric sum(String name) {
    return Metric.builder().metricName(name).aggregationFunction("SUM").build();
  }

  private Optional<Detector> find(String name) {
    return database.read(handle -> Detectors.find(handle, name));
  }

  private TrialResult run(TrialDraft draft) {
    String name = trials.start(draft, ANN);
    waitFor(() -> states.of(name).orElseThrow().phase() != TrialState.Phase.RUNNING);
    assertThat(states.of(name).orElseThrow().words()).isEqualTo("done");
    return results.of(name).orElseThrow();
  }

  private static void waitFor(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  @Test
  void saysWhatASettingWouldHaveFound() {
    TrialResult result = run(shop(true).withLabels(ShopHistory.labels()));
    assertThat(result.name()).isEqualTo("shop-trial-1");
    assertThat(result.scoredFrom()).isEqualTo(at(350));
    assertThat(result.scoredTo()).isEqualTo(at(HOURS));
    assertThat(result.learnt()).isEqualTo(HOURS);
    assertThat(result.groups())
        .anyMatch(
            group ->
                group.measure().equals("orders")
                    && group.scope().equals(Map.of("country", "uk"))
                    && group.start().equals(at(FALL))
                    && group.end().equals(at(FALL + 3)))
        .anyMatch(group -> group.measure().equals("revenue") && group.start().equals(at(RISE)));
    assertThat(result.top().get(0).severity()).isGreaterThan(80);
    assertThat(result.classes().stream().mapToInt(ClassCount::groups).sum())
        .isEqualTo(result.groups().size());
    assertThat(result.weeks().stream().mapToInt(WeekCount::groups).sum())
        .isEqualTo(result.groups().size());
    assertThat(result.alerts()).extracting(AlertRate::threshold).containsExactly(30, 50, 70, 90);
    assertThat(result.alerts())
        .extracting(AlertRate::alerts)
        .isSortedAccordingTo((one, other) -> other - one);
    Accuracy accuracy = result.accuracy().orElseThrow();
    assertThat(accuracy.recall()).hasValue(1);
    assertThat(accuracy.f1().orElseThrow()).isGreaterThan(.8);
  }

  @Test
  void isABacktestOfItsOwnWithATag() {
    TrialDraft draft = shop(true).withOffset(60);
    String name = trials.start(draft, ANN);
    Map<String, String> tags = database.read(handle -> Tags.of(handle, names.detector(name)));
    assertThat(tags).isEqualTo(Map.of("tidewatch:trial", "shop"));
    Detector base = find("shop").orElseThrow();
    assertThat(base.status()).isEqualTo(AnomalyDetectorStatus.INACTIVE);
    assertThat(states.all()).extracting(TrialState::name).containsExactly(name);
    assertThat(states.of(name).orElseThrow().draft()).isEqualTo(draft);
    assertThat(states.of("shop")).isEmpty();
  }

  @Test
  void usesThePartOfTheHistoryThatIsWanted() {
    TrialResult result = run(shop(true).withRange(new HistoryRange(at(30), at(440))));
    assertThat(result.learnt()).isEqualTo(410);
    assertThat(result.scoredTo()).isEqualTo(at(440));
    assertThat(result.groups()).noneMatch(group -> group.start().isAfter(at(440)));
    assertThat(result.accuracy()).isEmpty();
  }

  @Test
  void saysWhyAPartIsTooSmall() {
    String name = trials.start(shop(true).withRange(new HistoryRange(at(0), at(100))), ANN);
    waitFor(() -> states.of(name).orElseThrow().phase() == TrialState.Phase.FAILED);
    assertThat(states.of(name).orElseThrow().words()).contains("285", "100");
    assertThat(results.of(name)).isEmpty();
  }

  @Test
  void putsTwoSettingsBesideEachOther() {
    TrialDraft shop = shop(true);
    TrialResult all = run(shop);
    TrialResult few =
        run(
            shop.withMeasures(Set.of("orders"))
                .withDimensions(Set.of("country"))
                .withFilters(Map.of("country", List.of("uk"))));
    TrialComparison compared = results.compare(all.name(), few.name()).orElseThrow();
    assertThat(compared.both())
        .anyMatch(pair -> pair.one().start().equals(at(FALL)))
        .allMatch(pair -> pair.other().measure().equals("orders"));
    assertThat(compared.onlyOne()).anyMatch(group -> group.start().equals(at(RISE)));
    assertThat(few.groups()).noneMatch(group -> group.measure().equals("revenue"));
  }

  @Test
  void makesATrialsSettingsLive() {
    TrialResult trial = run(shop(true).withMeasures(Set.of("orders")).withOffset(120));
    trials.promote(trial.name(), "shop-better", ANN);
    Detector live = find("shop-better").orElseThrow();
    CreateMetricSetRequest definition =
        database.read(handle -> MetricSets.of(handle, live.id())).orElseThrow().definition();
    assertThat(definition.metricSource().s3SourceConfig().templatedPathList())
        .containsExactly("s3://trials/live/{{yyyyMMdd}}/{{HHmm}}/");
    assertThat(definition.metricList()).extracting(Metric::metricName).containsExactly("orders");
    assertThat(definition.offset()).isEqualTo(120);
    waitFor(
        () ->
            database.read(handle -> Detectors.find(handle, live.id())).orElseThrow().status()
                == AnomalyDetectorStatus.ACTIVE);
  }

  @Test
  void triesOtherIntervalsButKeepsThemFromGoingLive() {
    TrialDraft shop = shop(true);
    TrialDraft byTenMinutes = shop.withInterval(IntervalLength.PT10M);
    TrialResult trial = run(byTenMinutes);
    assertThatThrownBy(() -> trials.promote(trial.name(), "other", ANN))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("a folder for each PT1H");
    assertThat(find("other")).isEmpty();
  }

  @Test
  void leavesNothingOfALiveDetectorWhoseNameIsRefused() {
    TrialResult trial = run(shop(true));
    assertThatThrownBy(() -> trials.promote(trial.name(), "no name!", ANN))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("AnomalyDetectorName");
    assertThatThrownBy(() -> trials.promote(trial.name(), "shop", ANN))
        .isInstanceOf(ApiError.class);
    assertThat(find("shop")).isPresent();
  }

  @Test
  void goesWithAllItFound() {
    TrialResult trial = run(shop(true));
    trials.delete(trial.name());
    waitFor(() -> states.of(trial.name()).isEmpty());
    int kept =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT (SELECT count(*) FROM trial) + (SELECT count(*) FROM anomaly_group)")
                    .mapTo(Integer.class)
                    .one());
    assertThat(kept).isZero();
    assertThatThrownBy(() -> trials.delete("shop")).hasMessageContaining("no trial shop");
  }

  @Test
  void needsHistory() {
    TrialDraft without = shop(false);
    assertThatThrownBy(() -> trials.start(without, ANN))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("a trial reads history");
    int detectors = database.read(Detectors::count);
    assertThat(detectors).isOne();
  }

  @Test
  void leavesNothingOfATrialThatIsRefused() {
    TrialDraft shop = shop(true);
    assertThatThrownBy(() -> trials.start(shop.withMeasures(Set.of()), ANN))
        .isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> trials.start(shop.withLabels("nonsense"), ANN))
        .isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> trials.start(shop.withFilters(Map.of("colour", List.of("red"))), ANN))
        .hasMessageContaining("colour");
    waitFor(() -> database.read(Detectors::count) == 1);
    assertThat(states.all()).isEmpty();
  }

  @Test
  void isNoneOfTheDetectorsThatUsersMayHave() {
    TrialDraft shop = shop(true);
    for (int i = 1; i < Quotas.LOOKOUT.detectors(); i++) {
      create("other-" + i);
    }
    String name = trials.start(shop, ANN);
    assertThat(listed("ListAnomalyDetectors", "AnomalyDetectorSummaryList"))
        .hasSize(Quotas.LOOKOUT.detectors())
        .noneMatch(each -> each.contains(name));
    assertThat(listed("ListMetricSets", "MetricSetSummaryList"))
        .hasSize(1)
        .noneMatch(each -> each.contains(name));
    assertThatThrownBy(() -> create("one-more"))
        .isInstanceOfSatisfying(
            ApiError.class, refused -> assertThat(refused.status()).isEqualTo(402));
    ObjectNode described =
        operations.answer(
            DescribeAnomalyDetectorRequest.builder()
                .anomalyDetectorArn(names.detector(name))
                .build(),
            ANN);
    assertThat(described.get("AnomalyDetectorDescription").asText())
        .as("who knows its name is answered")
        .isEqualTo("A trial of settings");
  }

  private void create(String name) {
    operations.answer(
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(name)
            .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT1H"))
            .build(),
        ANN);
  }

  private List<String> listed(String operation, String list) {
    List<String> listed = new ArrayList<>();
    operations
        .answer(operation, JsonNodeFactory.instance.objectNode().put("MaxResults", 100), ANN)
        .get(list)
        .forEach(each -> listed.add(each.toString()));
    return listed;
  }

  @Test
  void hasABoundOfItsOwn() {
    TrialDraft shop = shop(true).withRange(new HistoryRange(at(0), at(10)));
    for (int i = 0; i < Trials.MOST; i++) {
      trials.start(shop, ANN);
    }
    assertThatThrownBy(() -> trials.start(shop, ANN))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("10 trials")
        .hasMessageContaining("delete one first");
    trials.delete("shop-trial-3");
    waitFor(() -> states.of("shop-trial-3").isEmpty());
    assertThat(trials.start(shop, ANN)).isEqualTo("shop-trial-3");
  }

  @Test
  void isGivenUpWhileItRuns() {
    String name = trials.start(shop(true), ANN);
    waitFor(() -> states.of(name).orElseThrow().done() > 0);
    trials.delete(name);
    assertThat(states.of(name).map(TrialState::phase).orElse(TrialState.Phase.ENDING))
        .isEqualTo(TrialState.Phase.ENDING);
    waitFor(() -> states.of(name).isEmpty());
  }

  @Test
  void goesWithItsDetector() {
    String name = trials.start(shop(true), ANN);
    operations.answer(
        DeleteAnomalyDetectorRequest.builder().anomalyDetectorArn(names.detector("shop")).build(),
        ANN);
    waitFor(() -> find("shop").isEmpty() && find(name).isEmpty());
    assertThat(states.all()).isEmpty();
  }

  @Test
  void isNoNewsAmongTheAnomaliesOfDetectors() {
    TrialResult trial = run(shop(true));
    GroupFilter all = GroupFilter.of(new TimeRange(at(0), at(HOURS)));
    long number = find(trial.name()).orElseThrow().id();
    int seen = database.read(handle -> read(handle, all).total());
    int asked = database.read(handle -> read(handle, all.withDetector(number)).total());
    assertThat(seen).isZero();
    assertThat(asked).isEqualTo(trial.groups().size());
  }

  private static GroupPage read(Handle handle, GroupFilter filter) {
    return GroupPage.read(handle, filter, GroupOrder.NEWEST, 0, 1);
  }

  @Test
  void countsWhatPeopleSaidOfTheBase() {
    TrialDraft shop = shop(true);
    long base = find("shop").orElseThrow().id();
    database.change(
        handle -> {
          judge(handle, base, 1, FALL, true);
          judge(handle, base, 2, 380, true);
        });
    Accuracy accuracy = run(shop).accuracy().orElseThrow();
    assertThat(accuracy.foundLabels()).isOne();
    assertThat(accuracy.missedLabels()).isOne();
    assertThat(accuracy.wrongGroups()).isZero();
    assertThat(accuracy.unjudgedGroups()).isPositive();
    assertThat(accuracy.recall()).hasValue(.5);
  }

  private static void judge(Handle handle, long base, long number, int hour, boolean relevant) {
    String id = FoundGroup.idOf(base, "orders", number);
    Groups.write(
        handle,
        new GroupChange(
            Optional.empty(),
            new FoundGroup(
                id,
                base,
                "orders",
                number,
                at(hour),
                at(hour),
                at(hour),
                80,
                80,
                false,
                new Scope(Map.of("country", "uk")),
                new Peak(at(hour), 1, 2, 2, 2),
                List.of(),
                1),
            List.of(),
            List.of()));
    FeedbackBook.put(handle, FeedbackBook.Entry.plain(id, 0, relevant, at(hour), "ann"));
  }

  @Test
  void saysHowManyAlertsThereWouldHaveBeen() {
    TrialResult trial = run(shop(true));
    double weeks = 150 / 168.0;
    assertThat(trial.alerts())
        .filteredOn(rate -> rate.threshold() == 70)
        .singleElement()
        .satisfies(
            rate -> {
              assertThat(rate.alerts()).isPositive();
              assertThat(rate.perWeek()).isCloseTo(rate.alerts() / weeks, offset(1e-9));
            });
  }

  @Test
  void goesOnAfterARestart() {
    TrialDraft draft = shop(true);
    String name = trials.start(draft, ANN);
    waitFor(() -> states.of(name).orElseThrow().done() > 100);
    close();
    open(Quotas.LOOKOUT);
    waitFor(() -> states.of(name).orElseThrow().phase() == TrialState.Phase.DONE);
    TrialResult result = results.of(name).orElseThrow();
    assertThat(result.learnt()).isEqualTo(HOURS);
    assertThat(result.groups())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(run(draft).groups());
  }

  @Test
  void saysThatItWasInterruptedBeforeItBegan() {
    TrialDraft draft = shop(true);
    String name = trials.start(draft, ANN);
    waitFor(() -> states.of(name).orElseThrow().phase() == TrialState.Phase.DONE);
    long number = find(name).orElseThrow().id();
    // As a server leaves it that ended between both calls.
    database.change(
        handle ->
            Detectors.setStatus(handle, number, AnomalyDetectorStatus.INACTIVE, clock.instant()));
    close();
    open(Quotas.LOOKOUT);
    TrialState state = states.of(name).orElseThrow();
    assertThat(state.phase()).isEqualTo(TrialState.Phase.FAILED);
    assertThat(state.words()).contains("interrupted", "try it again");
    trials.delete(name);
    waitFor(() -> states.of(name).isEmpty());
  }

  @Test
  void saysWhatItWaitsFor() {
    CreateMetricSetRequest definition = shop(true).definition();
    MetricSource nowhere =
        MetricSource.builder()
            .s3SourceConfig(
                definition.metricSource().s3SourceConfig().toBuilder()
                    .historicalDataPathList("s3://nobody-has-this/")
                    .build())
            .build();
    String name =
        trials.start(
            TrialDraft.of(
                IntervalLength.PT1H, definition.toBuilder().metricSource(nowhere).build()),
            ANN);
    waitFor(
        () ->
            states.of(name).orElseThrow().phase() == TrialState.Phase.FAILED
                || states.of(name).orElseThrow().words().contains("nobody-has-this"));
    assertThat(states.of(name).orElseThrow().words()).contains("nobody-has-this");
  }
}
