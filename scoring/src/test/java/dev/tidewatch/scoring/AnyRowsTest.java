package dev.tidewatch.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.contribution.Contribution;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.AnomalyGroup;
import dev.tidewatch.scoring.group.GroupEvent;
import dev.tidewatch.scoring.group.GroupSettings;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.PointScore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cubes whose combinations come and go and repeat, with odd names, whose intervals are late,
 * repeated and left out, over a change of the clocks, with less room than there are combinations.
 */
class AnyRowsTest {
  private static final double[] ODD = {
    0,
    -0.0,
    1e300,
    -1e300,
    1e-300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    1e20
  };
  private static final String[] VALUES = {
    "", "a", "ä", "=&;{}", "\0", "\uD800", "a,b", "[x]", "\n"
  };
  private static final int INTERVALS = 400;

  @ParameterizedTest
  @CsvSource({"PT1M,0", "PT5M,1", "PT1H,2", "PT1H,3", "P1D,1", "P1D,4", "PT15M,8"})
  void answersMakeSenseAndOutliveRestarts(Duration interval, int dimensions) {
    SplittableRandom random = new SplittableRandom(dimensions);
    ScoringSettings settings = settings(interval, dimensions);
    ScoringEngine one = new ScoringEngine(settings);
    ScoringEngine restarted = new ScoringEngine(settings);
    Groups groups = new Groups();
    Instant start = Instant.parse("2018-10-30T03:00:00Z");
    for (int i = 0; i < INTERVALS; i++) {
      start = start.plus(interval.multipliedBy(step(random)));
      IntervalRows rows = rows(start, dimensions, i, random);
      IntervalScores scores = one.score(rows);
      assertPointsMakeSense(scores);
      scores.groups().forEach(event -> groups.take(event, scores.start()));
      if (i % 20 == 0) {
        restarted = ScoringEngine.restore(settings, new ByteArrayInputStream(snapshot(restarted)));
      }
      assertThat(restarted.score(rows).groups()).isEqualTo(scores.groups());
    }
    assertThat(snapshot(restarted)).isEqualTo(snapshot(one));
    if (interval.compareTo(Duration.ofMinutes(5)) >= 0) { // minutes: not half a day yet
      assertThat(groups.told).isPositive();
    }
  }

  private static ScoringSettings settings(Duration interval, int dimensions) {
    return new ScoringSettings(
        interval,
        ZoneId.of("America/Sao_Paulo"),
        List.of(
            new MeasureSettings("orders", Aggregation.SUM, MissingRule.ZERO),
            MeasureSettings.of("price", Aggregation.AVG)),
        IntStream.range(0, dimensions).mapToObj(i -> "dimension" + i).toList(),
        30,
        GroupSettings.DEFAULT);
  }

  /** Mostly the next interval; a late one, the same again, or one months later now and then. */
  private static int step(SplittableRandom random) {
    return switch (random.nextInt(60)) {
      case 0 -> -random.nextInt(20);
      case 1 -> 0;
      case 2 -> random.nextInt(3000);
      default -> 1;
    };
  }

  private static IntervalRows rows(
      Instant start, int dimensions, int interval, SplittableRandom random) {
    IntervalRows.Builder rows = IntervalRows.at(start, dimensions, 2);
    boolean incident = interval / 40 % 4 == 3;
    boolean odd = interval > INTERVALS / 2;
    int known = interval < 100 ? 2 : VALUES.length;
    for (int row = random.nextInt(12); row > 0; row--) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < dimensions; i++) {
        values.add(VALUES[random.nextInt(known)]);
      }
      double usual = (incident ? 900 : 100) + random.nextInt(10);
      boolean oddNow = odd && random.nextInt(15) == 0;
      rows.add(values, oddNow ? ODD[random.nextInt(ODD.length)] : usual, usual);
    }
    return rows.build();
  }

  private static void assertPointsMakeSense(IntervalScores scores) {
    for (int measure = 0; measure < scores.measures().size(); measure++) {
      for (int series = 0; series < scores.series(); series++) {
        PointScore point = scores.point(measure, series);
        assertThat(point.severity()).isBetween(0.0, 100.0);
        assertThat(point.score()).isBetween(0.0, Double.MAX_VALUE);
        if (!Double.isNaN(point.expected())) {
          assertThat(point.expected()).isFinite().isBetween(point.lower(), point.upper());
        }
      }
    }
  }

  private static byte[] snapshot(ScoringEngine engine) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.snapshot(bytes);
    return bytes.toByteArray();
  }

  /** Which groups are open, as a reader of the events sees it. */
  private static final class Groups {
    private final Set<String> open = new HashSet<>();
    private int told;

    void take(GroupEvent event, Instant now) {
      AnomalyGroup group = event.group();
      String key = group.measure() + group.number();
      boolean inOrder =
          switch (event.kind()) {
            case OPENED -> open.add(key);
            case GREW -> open.contains(key);
            case CLOSED -> open.remove(key);
          };
      assertThat(inOrder).as("%s", event).isTrue();
      assertThat(group.end()).isBetween(group.start(), now);
      assertThat(group.severity()).isBetween(0.0, 100.0);
      assertThat(group.contributions())
          .allSatisfy(each -> assertThat(each.score()).isBetween(0.0, 100.0));
      assertThat(
              group.contributions().stream()
                  .collect(groupingBy(Contribution::dimension, summingDouble(Contribution::score))))
          .allSatisfy((dimension, sum) -> assertThat(sum).isBetween(48.9, 100.1));
      told++;
    }
  }
}
