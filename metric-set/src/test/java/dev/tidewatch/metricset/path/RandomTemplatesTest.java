package dev.tidewatch.metricset.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A template that determines intervals leads from every one's folder back to it. */
class RandomTemplatesTest {
  private static final List<String> LETTERS =
      List.of(
          "yyyy", "yyyy", "yy", "y", "YYYY", "M", "MM", "MMM", "MMMM", "d", "dd", "dd", "a", "H",
          "HH", "HH", "k", "kk", "h", "hh", "m", "mm", "mm", "s", "ss");
  private static final List<String> BETWEEN =
      List.of("", "", "", "}}{{", "}}/{{", "-", "_", " ", "}}1{{", "}}at{{", "=", "0");
  private static final LocalDateTime FIRST = LocalDateTime.parse("2000-01-01T00:00");

  @Test
  void leadBackToEveryIntervalTheyDetermine() {
    Random random = new Random(11);
    int determined = 0;
    for (int i = 0; i < 40_000; i++) {
      PathTemplate template = PathTemplate.of(randomTemplate(random));
      for (IntervalLength length : IntervalLength.values()) {
        if (template.determines(length)) {
          determined++;
          assertLeadsBack(template, randomStart(length, random));
        }
      }
    }
    assertThat(determined).isGreaterThan(1_000);
  }

  private static void assertLeadsBack(PathTemplate template, LocalDateTime start) {
    String folder = template.folder(start);
    assertThat(template.localStart(folder)).as("%s of %s", folder, template).contains(start);
  }

  private static String randomTemplate(Random random) {
    StringBuilder template = new StringBuilder("x/{{");
    int fields = 3 + random.nextInt(6);
    for (int i = 0; i < fields; i++) {
      template.append(i == 0 ? "" : BETWEEN.get(random.nextInt(BETWEEN.size())));
      String letters = LETTERS.get(random.nextInt(LETTERS.size()));
      boolean joins = template.charAt(template.length() - 1) == letters.charAt(0);
      template.append(joins ? "-" : "").append(letters);
    }
    return template.append("}}").toString();
  }

  private static LocalDateTime randomStart(IntervalLength length, Random random) {
    long step = length.duration().toMinutes();
    long minutes = random.nextLong(100L * 365 * 24 * 60 / step) * step;
    return FIRST.plusMinutes(minutes);
  }
}
