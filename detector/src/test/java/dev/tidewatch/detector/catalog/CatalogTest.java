package dev.tidewatch.detector.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

class CatalogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private static final Instant LATER = Instant.parse("2026-11-20T11:00:00Z");
  private static final Action SNS =
      Action.builder()
          .snsConfiguration(
              sns -> sns.roleArn("arn:aws:iam::1:role/r").snsTopicArn("arn:aws:sns:::t"))
          .build();

  @TempDir Path folder;
  private final ResourceNames names = new ResourceNames(Account.EXAMPLE);
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsADetector() {
    Detector made = detector("shop");
    assertThat(made)
        .isEqualTo(
            new Detector(
                made.id(),
                "shop",
                "what is sold",
                IntervalLength.PT5M,
                null,
                AnomalyDetectorStatus.INACTIVE,
                null,
                NOW,
                NOW));
    assertThat(find("shop")).isEqualTo(made);
    assertThat(database.<Integer>read(Detectors::count)).isEqualTo(1);
  }

  @Test
  void forgetsAFailureWithTheNextState() {
    Detector made = detector("shop");
    Failure failure = new Failure(AnomalyDetectorFailureType.ACTIVATION_FAILURE, "no bucket");
    database.change(handle -> Detectors.fail(handle, made.id(), failure, LATER));
    assertThat(find("shop").status()).isEqualTo(AnomalyDetectorStatus.FAILED);
    assertThat(find("shop").failure()).isEqualTo(failure);
    database.change(
        handle -> Detectors.setStatus(handle, made.id(), AnomalyDetectorStatus.ACTIVATING, LATER));
    assertThat(find("shop").failure()).isNull();
    assertThat(find("shop").modified()).isEqualTo(LATER);
  }

  @Test
  void changesWhatUsersMayChange() {
    Detector made = detector("shop");
    database.change(
        handle ->
            Detectors.update(handle, made.id(), "other", IntervalLength.PT1H, "arn:key", LATER));
    assertThat(find("shop"))
        .isEqualTo(
            new Detector(
                made.id(),
                "shop",
                "other",
                IntervalLength.PT1H,
                "arn:key",
                AnomalyDetectorStatus.INACTIVE,
                null,
                NOW,
                LATER));
  }

  @Test
  void pagesInTheOrderOfCreation() {
    Detector first = detector("zebra");
    Detector second = detector("ant");
    assertThat(database.<List<Detector>>read(handle -> Detectors.page(handle, 0, 1)))
        .containsExactly(first);
    assertThat(database.<List<Detector>>read(handle -> Detectors.page(handle, first.id(), 5)))
        .containsExactly(second);
  }

  @Test
  void keepsADatasetWithoutWhatIsKeptElsewhere() {
    Detector made = detector("shop");
    database.change(handle -> MetricSets.insert(handle, made.id(), sales(), NOW));
    MetricSetEntry entry = metricSet(made).orElseThrow();
    assertThat(entry.detectorName()).isEqualTo("shop");
    assertThat(entry.name()).isEqualTo("sales");
    assertThat(entry.created()).isEqualTo(NOW);
    assertThat(entry.definition())
        .isEqualTo(
            sales().toBuilder()
                .anomalyDetectorArn(null)
                .tags(null)
                .metricSetFrequency(Frequency.PT5_M)
                .build());
    assertThat(
            database.<Optional<MetricSetEntry>>read(
                handle -> MetricSets.find(handle, new ResourceName.OfMetricSet("shop", "other"))))
        .isEmpty();
  }

  @Test
  void letsADatasetFollowTheIntervalOfItsDetector() {
    Detector made = detector("shop");
    CreateMetricSetRequest request =
        sales().toBuilder().metricSetFrequency(Frequency.PT5_M).build();
    database.change(handle -> MetricSets.insert(handle, made.id(), request, NOW));
    database.change(
        handle -> Detectors.update(handle, made.id(), null, IntervalLength.PT1H, null, LATER));
    assertThat(metricSet(made).orElseThrow().definition().metricSetFrequency())
        .isEqualTo(Frequency.PT1_H);
  }

  @Test
  void changesADataset() {
    Detector made = detector("shop");
    database.change(handle -> MetricSets.insert(handle, made.id(), sales(), NOW));
    CreateMetricSetRequest changed = sales().toBuilder().offset(300).build();
    database.change(handle -> MetricSets.update(handle, made.id(), changed, LATER));
    assertThat(metricSet(made).orElseThrow().definition().offset()).isEqualTo(300);
    assertThat(metricSet(made).orElseThrow().created()).isEqualTo(NOW);
    assertThat(metricSet(made).orElseThrow().modified()).isEqualTo(LATER);
  }

  @Test
  void hasOneDatasetADetector() {
    Detector made = detector("shop");
    database.change(handle -> MetricSets.insert(handle, made.id(), sales(), NOW));
    assertThatThrownBy(
            () -> database.change(handle -> MetricSets.insert(handle, made.id(), sales(), NOW)))
        .hasMessageContaining("UNIQUE constraint failed: metric_set.detector");
  }

  @Test
  void keepsAndChangesAlerts() {
    Detector made = detector("shop");
    AlertFilters filters = AlertFilters.builder().metricList("revenue").build();
    AlertEntry alert = alert(made, "mail", new AlertDraft(null, 70, SNS, filters));
    assertThat(alert)
        .isEqualTo(
            new AlertEntry(
                alert.id(),
                made.id(),
                "shop",
                "mail",
                null,
                70,
                AlertStatus.ACTIVE,
                SNS,
                filters,
                NOW,
                NOW));
    assertThat(alert.type()).isEqualTo(AlertType.SNS);
    Action lambda =
        Action.builder()
            .lambdaConfiguration(to -> to.roleArn("arn:r").lambdaArn("arn:lambda"))
            .build();
    database.change(
        handle ->
            Alerts.update(
                handle, alert.id(), new AlertDraft("to a function", 0, lambda, null), LATER));
    AlertEntry changed =
        database.<AlertEntry>read(handle -> Alerts.find(handle, alert.id()).orElseThrow());
    assertThat(changed.type()).isEqualTo(AlertType.LAMBDA);
    assertThat(changed.filters()).isNull();
    assertThat(changed.description()).isEqualTo("to a function");
    assertThat(changed.modified()).isEqualTo(LATER);
  }

  @Test
  void takesAllOfADetectorAwayAndNothingOfAnother() {
    for (String name : List.of("shop", "shop-2")) {
      Detector made = detector(name);
      database.change(handle -> MetricSets.insert(handle, made.id(), sales(), NOW));
      alert(made, "mail-" + name, new AlertDraft(null, 0, SNS, null));
      database.change(
          handle -> {
            Tags.put(handle, names.detector(name), Map.of("a", "1"));
            Tags.put(handle, names.metricSet(name, "sales"), Map.of("b", "2"));
            Tags.put(handle, names.alert("mail-" + name), Map.of("c", "3"));
            handle.execute("INSERT INTO series VALUES (?, 1, '{}')", made.id());
          });
    }
    database.change(handle -> Detectors.delete(handle, find("shop"), names));
    for (String table : List.of("detector", "metric_set", "alert", "series")) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
    assertThat(count("tag")).isEqualTo(3);
    assertThat(tags(names.metricSet("shop-2", "sales"))).containsEntry("b", "2");
    assertThat(tags(names.alert("mail-shop-2"))).containsEntry("c", "3");
  }

  @Test
  void giveNoNumberTwice() {
    Detector first = detector("shop");
    database.change(handle -> Detectors.delete(handle, first, names));
    assertThat(detector("shop").id()).isGreaterThan(first.id());
  }

  @Test
  void deletesAnAlertWithItsTags() {
    Detector made = detector("shop");
    AlertEntry alert = alert(made, "mail", new AlertDraft(null, 0, SNS, null));
    database.change(
        handle -> {
          Tags.put(handle, names.alert("mail"), Map.of("c", "3"));
          Alerts.delete(handle, alert, names);
        });
    assertThat(count("alert")).isZero();
    assertThat(count("tag")).isZero();
  }

  @Test
  void addsChangesAndRemovesTags() {
    database.change(
        handle -> {
          Tags.put(handle, "arn", Map.of("b", "1", "a", "2"));
          Tags.put(handle, "arn", Map.of("b", "3", "c", ""));
          Tags.remove(handle, "arn", List.of("a", "never"));
        });
    assertThat(tags("arn")).containsExactly(Map.entry("b", "3"), Map.entry("c", ""));
  }

  private Detector detector(String name) {
    return database.write(
        handle ->
            Detectors.insert(
                handle, new DetectorDraft(name, "what is sold", IntervalLength.PT5M, null), NOW));
  }

  private Detector find(String name) {
    return database.read(handle -> Detectors.find(handle, name).orElseThrow());
  }

  private Optional<MetricSetEntry> metricSet(Detector detector) {
    return database.read(handle -> MetricSets.of(handle, detector.id()));
  }

  private AlertEntry alert(Detector detector, String name, AlertDraft draft) {
    return database.write(handle -> Alerts.insert(handle, detector.id(), name, draft, NOW));
  }

  private Map<String, String> tags(String arn) {
    return database.read(handle -> Tags.of(handle, arn));
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private static CreateMetricSetRequest sales() {
    return CreateMetricSetRequest.builder()
        .anomalyDetectorArn("arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop")
        .metricSetName("sales")
        .metricSetDescription("of today")
        .metricList(
            Metric.builder()
                .metricName("revenue")
                .aggregationFunction(AggregationFunction.SUM)
                .build())
        .dimensionList("platform", "marketplace")
        .offset(60)
        .tags(Map.of("kept", "elsewhere"))
        .build();
  }
}
