package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.scoring.cube.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

class MutesTest {
  private static final Instant NOW = Facts.START;

  @TempDir Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    database.change(
        handle -> {
          Facts.declare(handle, 50);
          MetricSets.insert(
              handle,
              1,
              CreateMetricSetRequest.builder()
                  .metricSetName("sales")
                  .dimensionList("marketplace", "platform")
                  .metricList(
                      Metric.builder().metricName("revenue").aggregationFunction("SUM").build())
                  .build(),
              NOW);
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void askedAgainItIsTheSameMuteWithTheLastEnd() {
    Map<String, String> one = new LinkedHashMap<>(Map.of("marketplace", "uk"));
    one.put("platform", "app");
    Map<String, String> other = new LinkedHashMap<>(Map.of("platform", "app"));
    other.put("marketplace", "uk");
    Mute first = set("revenue", one, 60);
    Mute again = set("revenue", other, 600);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(active()).containsExactly(again);
    assertThat(set("", one, 60).id()).isNotEqualTo(first.id());
  }

  @Test
  void endsOnceAndSaysWhetherItWasThere() {
    Mute mute = set("", Map.of(), 60);
    assertThat(database.<Boolean>write(handle -> Mutes.end(handle, mute.id()))).isTrue();
    assertThat(database.<Boolean>write(handle -> Mutes.end(handle, mute.id()))).isFalse();
    assertThat(active()).isEmpty();
  }

  @Test
  void refusesWhatWouldSilenceNothing() {
    assertThatThrownBy(() -> set("", Map.of(), 0))
        .isInstanceOf(MuteRefused.class)
        .hasMessage("a mute ends in the future, not at 2026-11-20T17:00:00Z");
    assertThatThrownBy(() -> set("orders", Map.of(), 60))
        .isInstanceOf(MuteRefused.class)
        .hasMessage("there is no measure 'orders'; take one of [revenue]");
    assertThatThrownBy(() -> set("", Map.of("market", "uk"), 60))
        .isInstanceOf(MuteRefused.class)
        .hasMessage("there is no dimension 'market'; take one of [marketplace, platform]");
  }

  private Mute set(String measure, Map<String, String> scope, long seconds) {
    return database.write(
        handle ->
            Mutes.set(handle, 1, measure, new Scope(scope), NOW.plusSeconds(seconds), "ann", NOW));
  }

  private List<Mute> active() {
    return database.read(handle -> Mutes.active(handle, 1, NOW));
  }
}
