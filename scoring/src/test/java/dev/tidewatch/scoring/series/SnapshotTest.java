package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final SeriesSettings HOURLY = Signal.every(Duration.ofHours(1));

  @Test
  void goesOnWithTheSameBytesAfterARestartAtEveryPoint() {
    double[] values = Signal.busyDays(24, 20, 1);
    values[100] = Double.NaN;
    values[200] = 1e9;
    SeriesScorer lasting = new SeriesScorer(HOURLY);
    SeriesScorer restarted = new SeriesScorer(HOURLY);
    for (int i = 0; i < values.length; i++) {
      Instant then = Signal.START.plus(HOURLY.interval().multipliedBy(i + i / 90));
      restarted = SeriesScorer.restore(HOURLY, restarted.snapshot());
      assertThat(restarted.score(then, values[i])).isEqualTo(lasting.score(then, values[i]));
      assertThat(restarted.snapshot()).isEqualTo(lasting.snapshot());
    }
  }

  @Test
  void refusesDamagedBytes() {
    byte[] state = new SeriesScorer(HOURLY).snapshot();
    state[40] ^= 1;
    assertThatThrownBy(() -> SeriesScorer.restore(HOURLY, state))
        .isInstanceOf(UnreadableState.class)
        .hasMessage("the checksum of the state is wrong");
    assertThatThrownBy(() -> SeriesScorer.restore(HOURLY, new byte[3]))
        .isInstanceOf(UnreadableState.class)
        .hasMessage("a state of 3 bytes is cut off");
    assertThatThrownBy(() -> SeriesScorer.restore(HOURLY, new byte[300]))
        .isInstanceOf(UnreadableState.class)
        .hasMessage("not the state of a series");
  }

  @Test
  void refusesAnotherVersion() {
    byte[] state = new SeriesScorer(HOURLY).snapshot();
    state[7] = 99;
    assertThatThrownBy(() -> SeriesScorer.restore(HOURLY, state))
        .isInstanceOf(UnreadableState.class)
        .hasMessageContaining("version 99");
  }

  @Test
  void refusesOtherSettings() {
    byte[] state = new SeriesScorer(HOURLY).snapshot();
    SeriesSettings daily = Signal.every(Duration.ofDays(1));
    assertThatThrownBy(() -> SeriesScorer.restore(daily, state))
        .isInstanceOf(UnreadableState.class)
        .hasMessageContaining("other settings");
  }

  @Test
  void allowsMoreSeriesToBeWatched() {
    byte[] state = new SeriesScorer(HOURLY).snapshot();
    SeriesSettings more =
        new SeriesSettings(HOURLY.interval(), HOURLY.zone(), HOURLY.missing(), 50);
    assertThat(SeriesScorer.restore(more, state).snapshot()).isEqualTo(state);
  }
}
