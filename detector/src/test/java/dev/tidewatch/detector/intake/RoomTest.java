package dev.tidewatch.detector.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RoomTest {
  private static final long MEGABYTE = 1024 * 1024;

  private final Room room = Room.of(10 * MEGABYTE);

  @Test
  void refusesWhatDoesNotFitAlone() {
    Room.Share share = room.share();
    share.grow(9 * MEGABYTE);

    assertThatThrownBy(() -> share.grow(2 * MEGABYTE))
        .isInstanceOf(TooManyRows.class)
        .hasMessageContaining("fit into 10 MB");
  }

  @Test
  void hasThoseWaitWhoComeWhileOthersHaveIt() {
    Room.Share first = room.share();
    Room.Share second = room.share();
    first.grow(6 * MEGABYTE);

    assertThatThrownBy(() -> second.grow(6 * MEGABYTE))
        .isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("other detectors");

    first.close();
    first.close();
    assertThatThrownBy(() -> first.grow(1)).isInstanceOf(IllegalStateException.class);
    assertThatCode(() -> second.grow(3 * MEGABYTE)).doesNotThrowAnyException();
  }

  @Test
  void takesNoMoreForWhatWasLetGo() {
    Room.Share share = room.share();

    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                share.grow(9 * MEGABYTE);
                share.shrink(9 * MEGABYTE);
              }
            })
        .doesNotThrowAnyException();
  }
}
