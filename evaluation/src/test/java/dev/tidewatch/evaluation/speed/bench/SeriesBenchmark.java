package dev.tidewatch.evaluation.speed.bench;

import dev.tidewatch.evaluation.healthy.HealthySignal;
import dev.tidewatch.evaluation.healthy.Noise;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.SeriesEngine;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scoring one value of one series whose numbers are in the processor's cache.
 *
 * <p>Run by {@code mvn -q -pl evaluation -am -Pbenchmark test -DskipTests}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SeriesBenchmark {
  private static final long BEGIN = 1_772_323_200L;
  private static final int VALUES = 1 << 14;

  /** How far apart values are. */
  @Param({"PT1M", "PT5M", "PT1H", "PT24H"})
  public String interval = "PT5M";

  /** Where days begin. */
  @Param({"UTC", "Europe/Berlin"})
  public String zone = "UTC";

  private final double[] values = new double[VALUES];
  private long step;
  private SeriesEngine engine = engine();
  private float[] memory = {};
  private float[] grown = {};
  private int next;

  private SeriesEngine engine() {
    return new SeriesEngine(
        new SeriesSettings(Duration.parse(interval), ZoneId.of(zone), MissingRule.UNKNOWN));
  }

  /** Lets the series grow old. */
  @Setup
  public void learn() {
    step = Duration.parse(interval).toSeconds();
    HealthySignal signal = Noise.NORMAL.signal(1, Duration.parse(interval));
    for (int i = 0; i < VALUES; i++) {
      values[i] = signal.next(BEGIN + i * step);
    }
    engine = engine();
    memory = new float[engine.size()];
    engine.begin(memory, 0);
    next = 0;
    for (int i = 0; i < VALUES; i++) {
      score();
    }
    grown = memory.clone();
  }

  @Benchmark
  public PointScore score() {
    if (next == 2 * VALUES) {
      // Back to when it was grown: daily values would soon be in a year no zone has rules for.
      System.arraycopy(grown, 0, memory, 0, memory.length);
      next = VALUES;
    }
    int number = next++;
    return engine.score(memory, 0, BEGIN + number * step, values[number & VALUES - 1]);
  }
}
