package dev.tidewatch.scoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Half a year of a shop whose nightly job looks like an anomaly, and of real incidents at any hour.
 * The analyst marks every second false alert as irrelevant and nothing else.
 */
class FeedbackEffectTest {
  private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
  private static final double ALERT = 50;

  private final Random random = new Random(1);
  private final Feedback feedback = new Feedback(ZoneOffset.UTC);
  private int falseAlerts;
  private int falseAlertsTold;
  private int incidents;
  private int incidentsTold;

  @BeforeEach
  void halfAYear() {
    for (int day = 0; day < 182; day++) {
      if (random.nextInt(3) == 0) {
        nightlyJob(BEGIN.plus(Duration.ofDays(day)));
      }
      if (random.nextInt(7) == 0) {
        incident(BEGIN.plus(Duration.ofDays(day)));
      }
    }
  }

  private void nightlyJob(Instant day) {
    Instant start = day.plus(Duration.ofMinutes(120 + random.nextInt(30)));
    SeriesAnomaly job = drop(start, 6 + 3 * random.nextDouble(), 1);
    falseAlerts++;
    falseAlertsTold += feedback.adjust(55 + 10 * random.nextDouble(), job).after() >= ALERT ? 1 : 0;
    if (falseAlerts % 2 == 1) {
      feedback.give(new Opinion(new JudgedSeries("job" + falseAlerts, "s"), job, false));
    }
  }

  private void incident(Instant day) {
    Instant start = day.plus(Duration.ofMinutes(random.nextInt(1440)));
    SeriesAnomaly incident = drop(start, 8 + 20 * random.nextDouble(), 1 + random.nextInt(5));
    incidents++;
    incidentsTold +=
        feedback.adjust(60 + 40 * random.nextDouble(), incident).after() >= ALERT ? 1 : 0;
  }

  private static SeriesAnomaly drop(Instant start, double magnitude, int hours) {
    return new SeriesAnomaly(
        "orders",
        Map.of("platform", "ios"),
        Direction.BELOW,
        Trouble.OUTLIER,
        magnitude,
        start,
        Duration.ofHours(hours));
  }

  @Test
  void mostLookAlikesOfWhatWasMarkedAreNoLongerAlerts() {
    assertThat(falseAlerts).isGreaterThan(40);
    assertThat(falseAlertsTold / (double) falseAlerts).isLessThan(0.1);
  }

  @Test
  void incidentsAreToldAsBefore() {
    assertThat(incidents).isGreaterThan(15);
    assertThat(incidentsTold / (double) incidents).isGreaterThan(0.95);
  }
}
