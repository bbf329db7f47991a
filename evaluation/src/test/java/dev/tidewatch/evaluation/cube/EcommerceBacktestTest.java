package dev.tidewatch.evaluation.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcommerceBacktestTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void findsALabelledRunAndNamesItsLeaf() throws Exception {
    write(600, 500);

    EcommerceBacktest.Outcome outcome = EcommerceBacktest.run(folder);

    assertThat(outcome.runs()).isEqualTo(2);
    assertThat(outcome.recall()).isEqualTo(1);
    assertThat(outcome.precision()).isEqualTo(1);
    assertThat(outcome.named()).isEqualTo(1);
    assertThat(outcome.toString()).contains("recall=1.0000 precision=1.0000 named=1.0000");
  }

  @Test
  void doesNotCountTheFirstFortnight() throws Exception {
    write(400, 200);

    assertThat(EcommerceBacktest.run(folder).runs()).isZero();
  }

  private void write(int hours, int event) throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of("platform,marketplace,timestamp,views,revenue,views_label,revenue_label"));
    for (int hour = 0; hour < hours; hour++) {
      for (int leaf = 0; leaf < 6; leaf++) {
        boolean label = leaf == 2 && hour >= event && hour < event + 3;
        double noise = (hour * 7919L + leaf * 104_729L) % 17;
        double views = 300 + 20.0 * (hour % 24) + noise + (label ? 800 : 0);
        String time = START.plusSeconds(3600L * hour).toString().replace('T', ' ').replace("Z", "");
        lines.add(
            "p%d,m%d,%s,%s,%s,%d,%d"
                .formatted(
                    leaf / 3, leaf % 3, time, views, views * 0.3, label ? 1 : 0, label ? 1 : 0));
      }
    }
    Files.write(folder.resolve("label.csv"), lines);
  }
}
