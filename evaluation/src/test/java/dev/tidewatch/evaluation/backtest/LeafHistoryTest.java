package dev.tidewatch.evaluation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeafHistoryTest {
  @Test
  void anEventIsFoundByAnyAlertInIt() {
    assertThat(history("..###....", "...!.....").tally()).isEqualTo(new Tally(1, 1, 1, 0));
  }

  @Test
  void anEventWithoutAnAlertIsMissed() {
    assertThat(history("..###....", ".........").tally()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void anAlertFarFromAnyEventIsWrong() {
    assertThat(history("#.......", "......!.").tally()).isEqualTo(new Tally(1, 0, 0, 1));
  }

  @Test
  void anAlertRightAfterAnEventIsItsEcho() {
    assertThat(history("#.......", "..!.....").tally()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void anAlertRightBeforeAnEventIsWrong() {
    assertThat(history("....##..", "..!.....").tally()).isEqualTo(new Tally(1, 0, 0, 1));
  }

  @Test
  void alertsCloseToEachOtherAreOne() {
    assertThat(history("##########", "!...!....!").tally()).isEqualTo(new Tally(1, 1, 2, 0));
  }

  private static LeafHistory history(String labels, String alerts) {
    LeafHistory history = new LeafHistory();
    for (int i = 0; i < labels.length(); i++) {
      history.add(labels.charAt(i) == '#', alerts.charAt(i) == '!');
    }
    return history;
  }
}
