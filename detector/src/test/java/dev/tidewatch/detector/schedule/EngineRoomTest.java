package dev.tidewatch.detector.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVATING;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.ACTIVE;
import static software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus.FAILED;

import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.SourceUnavailable;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineRoomTest {
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir Path folder;

  private final Room room = Room.of(20 * MEGABYTE);
  private final EngineRoom engines = new EngineRoom(room);

  @Test
  void saysHowManySeriesThereAreAndWhatHeapToGive() {
    assertThatThrownBy(() -> engines.of(1, false).take(3_000))
        .isInstanceOf(TooManySeries.class)
        .hasMessageContaining("3000 series")
        .hasMessageMatching(".*heap of [0-9]+ GB or more \\(DETECTOR_JAVA_OPTS=-Xmx[0-9]+g\\).*");
  }

  @Test
  void countsAllDetectorsAndWhatWasGivenBack() {
    engines.of(1, false).take(2_000);
    assertThatThrownBy(() -> engines.of(2, false).take(2_000)).isInstanceOf(TooManySeries.class);

    engines.of(1, false).take(200); // anew, and smaller
    assertThatCode(() -> engines.of(2, false).take(2_000)).doesNotThrowAnyException();

    engines.release(1);
    engines.release(2);
    assertThat(room.free()).isEqualTo(room.size());
  }

  @Test
  void waitsForRowsOfOthersWhereThatHelps() {
    Room.Share rows = room.share();
    rows.grow(19 * MEGABYTE);

    assertThatThrownBy(() -> engines.of(1, true).take(2_000)).isInstanceOf(SourceUnavailable.class);
    assertThatThrownBy(() -> engines.of(1, false).take(2_000)).isInstanceOf(TooManySeries.class);

    rows.close();
    assertThatCode(() -> engines.of(1, true).take(2_000)).doesNotThrowAnyException();
  }

  @Test
  void noDetectorHasMoreThanTheDatabaseCanKeep() {
    EngineRoom large = new EngineRoom(Room.of(Long.MAX_VALUE));
    assertThatThrownBy(() -> large.of(1, false).take(EngineRoom.MOST_SERIES + 1))
        .hasMessageContaining("more than the 200000 of one detector");
  }

  @Test
  void aDetectorThatOutgrowsItsMemoryFails() {
    try (Workshop workshop = new Workshop(folder, room)) {
      workshop.status(ACTIVATING);
      workshop.settle();
      assertThat(workshop.status()).isEqualTo(ACTIVE);

      workshop.shop.crowd = 2_000;
      workshop.runThrough(0);

      assertThat(workshop.status()).isEqualTo(FAILED);
      assertThat(workshop.detector().failure().reason()).contains("8064 series at least");
      assertThat(room.free()).isEqualTo(room.size());
    }
  }

  @Test
  void aSmallHeapEndsOneDetectorAndNoOther() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    Path large = Files.createDirectory(folder.resolve("large"));
    String ofTests = System.getProperty("surefire.test.class.path");
    String classPath = ofTests == null ? System.getProperty("java.class.path") : ofTests;
    File log = folder.resolve("log").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath,
                SmallHeapRun.class.getName(),
                small.toString(),
                large.toString())
            .redirectError(log)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(() -> "see " + log).isZero();
    assertThat(out).contains("ACTIVE FAILED").contains("heap of 2 GB or more");
  }
}
