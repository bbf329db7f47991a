package dev.tidewatch.etl.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalPublisherTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private static final String DATA =
      "data/intvl_date=2026-11-20/intvl_hhmm=1000/20261120T100000Z.csv";
  private static final String MANIFEST = "manifests/2026/11/20/20261120T100000Z.json";

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final DeliveryLayout layout = new DeliveryLayout(MetricSets.shop());

  private IntervalPublisher publisher(CommitObserver observer) {
    return new IntervalPublisher(layout, store, DeliveryRules.DEFAULT, observer);
  }

  private static ClosedInterval closed(Instant start) {
    return new ClosedInterval(new Interval(start, start.plusSeconds(300)), Map.of());
  }

  private String text(String key) {
    return new String(store.get(key).orElseThrow(), UTF_8);
  }

  @Test
  void writesTheObjectThenItsManifest() {
    List<CommitStep> steps = new ArrayList<>();
    List<PublishedInterval> published = publisher(steps::add).publish(List.of(closed(T)));
    assertThat(steps)
        .containsExactly(
            CommitStep.BEFORE_OBJECT, CommitStep.AFTER_OBJECT, CommitStep.AFTER_MANIFEST);
    assertThat(published).singleElement().matches(interval -> interval.conflictKey().isEmpty());
    Manifest manifest = Manifest.read(MANIFEST, store.get(MANIFEST).orElseThrow());
    assertThat(manifest.object()).isEqualTo(DATA);
    assertThat(manifest.empty()).isTrue();
    assertThat(manifest.sha256()).isEqualTo(Sha256.of(store.get(DATA).orElseThrow()));
  }

  @Test
  void aManifestReadsAsItWasWritten() {
    publisher(CommitObserver.NONE).publish(List.of(closed(T)));
    assertThat(text(MANIFEST))
        .isEqualTo(
            """
            {
              "version" : 1,
              "metricSet" : "shop",
              "intervalStart" : "2026-11-20T10:00:00Z",
              "intervalEnd" : "2026-11-20T10:05:00Z",
              "object" : "%s",
              "empty" : true,
              "rows" : 0,
              "records" : 0,
              "bytes" : 38,
              "sha256" : "%s",
              "folded" : {
                "rows" : 0,
                "records" : 0
              }
            }
            """
                .formatted(DATA, Sha256.of(store.get(DATA).orElseThrow())));
    Manifest manifest = Manifest.read(MANIFEST, store.get(MANIFEST).orElseThrow());
    assertThat(manifest.write()).asString(UTF_8).isEqualTo(text(MANIFEST));
  }

  @Test
  void keepsWhatOthersPublishedAndPutsOursAside() {
    store.put(DATA, "theirs".getBytes(UTF_8));
    PublishedInterval published = publisher(CommitObserver.NONE).publish(List.of(closed(T))).get(0);
    assertThat(text(DATA)).isEqualTo("theirs");
    assertThat(store.get(MANIFEST)).isEmpty();
    String aside = published.conflictKey().orElseThrow();
    assertThat(aside).startsWith("conflicts/20261120T100000Z/").endsWith(".csv");
    assertThat(text(aside)).isEqualTo("ts,platform,marketplace,views,revenue\n");
    assertThat(publisher(CommitObserver.NONE).publish(List.of(closed(T))).get(0))
        .isEqualTo(published);
  }

  @Test
  void keepsAnotherManifest() {
    store.put(MANIFEST, "theirs".getBytes(UTF_8));
    PublishedInterval published = publisher(CommitObserver.NONE).publish(List.of(closed(T))).get(0);
    assertThat(text(MANIFEST)).isEqualTo("theirs");
    assertThat(published.conflictKey().orElseThrow()).endsWith(".json");
  }

  @Test
  void tellsApartTwoIntervalsOfAnHourThatComesTwice() {
    DeliveryLayout berlin =
        new DeliveryLayout(
            MetricSets.shop("yyyy-MM-dd HH:mm:ss", "Europe/Berlin", IntervalLength.PT1H));
    var calendar = berlin.metricSet().calendar();
    String first = berlin.dataKey(calendar.intervalOf(Instant.parse("2026-10-25T00:00:00Z")));
    String second = berlin.dataKey(calendar.intervalOf(Instant.parse("2026-10-25T01:00:00Z")));
    assertThat(first).startsWith("data/intvl_date=2026-10-25/intvl_hhmm=0200/");
    assertThat(second).startsWith("data/intvl_date=2026-10-25/intvl_hhmm=0200/");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void publishesAWeekAtOnce() {
    List<ClosedInterval> week = new ArrayList<>();
    for (int i = 0; i < 2016; i++) {
      week.add(closed(T.plusSeconds(300L * i)));
    }
    List<PublishedInterval> published = publisher(CommitObserver.NONE).publish(week);
    assertThat(published)
        .hasSize(2016)
        .isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
    assertThat(store.tree("manifests/")).hasSize(2016);
  }

  @Test
  void passesOnTheFailureOfOneOfMany() {
    CommitObserver failing =
        step -> {
          if (step == CommitStep.AFTER_OBJECT) {
            throw new CorruptObjectException("x", "no reason");
          }
        };
    assertThatThrownBy(
            () -> publisher(failing).publish(List.of(closed(T), closed(T.plusSeconds(300)))))
        .isInstanceOf(CorruptObjectException.class);
  }
}
