package dev.tidewatch.scoring.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** In a class loader that finds everything but the forest's library. */
class MissingLibraryTest {
  @Test
  void whoAsksForForestsIsToldWhatToAdd() throws Exception {
    try (URLClassLoader loader = withoutLibrary()) {
      assertThatThrownBy(() -> intervals(loader, WithForest.class).getAsInt())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("add software.amazon.randomcutforest:randomcutforest-core");
    }
  }

  @Test
  void whoAsksForNoneNeedsNone() throws Exception {
    try (URLClassLoader loader = withoutLibrary()) {
      assertThat(intervals(loader, WithoutForest.class).getAsInt()).isEqualTo(1);
    }
  }

  /** How many intervals an engine takes. */
  public static final class WithForest implements IntSupplier {
    @Override
    public int getAsInt() {
      return new WithoutForest().intervals(WithoutForest.settings().withForest());
    }
  }

  /** The same without forests. */
  public static final class WithoutForest implements IntSupplier {
    @Override
    public int getAsInt() {
      return intervals(settings());
    }

    static ScoringSettings settings() {
      return ScoringSettings.of(
          Duration.ofHours(1),
          ZoneOffset.UTC,
          List.of(MeasureSettings.of("orders", Aggregation.SUM)),
          List.of());
    }

    int intervals(ScoringSettings settings) {
      IntervalRows rows = IntervalRows.at(Instant.EPOCH, 0, 1).add(List.of(), 1).build();
      return new ScoringEngine(settings).score(rows).taken() ? 1 : 0;
    }
  }

  private static IntSupplier intervals(ClassLoader loader, Class<?> type)
      throws ReflectiveOperationException {
    return (IntSupplier) loader.loadClass(type.getName()).getDeclaredConstructor().newInstance();
  }

  private static URLClassLoader withoutLibrary() throws IOException {
    URL[] urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("randomcutforest"))
            .map(MissingLibraryTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
