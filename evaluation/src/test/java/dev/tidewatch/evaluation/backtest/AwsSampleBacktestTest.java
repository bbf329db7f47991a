package dev.tidewatch.evaluation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.evaluation.file.DataFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The published sample of Lookout for Metrics, whole: easy, so little may be missed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsSampleBacktestTest {
  private static final Path SAMPLE = Path.of("../generator/src/test/resources/aws-ecommerce");

  private Backtest backtest;

  @BeforeAll
  void run() {
    LabelledRows rows = LabelledRows.read(DataFile.in(SAMPLE, "label.csv").orElseThrow());
    backtest = new Backtest(rows, 50).run();
  }

  @Test
  void seriesFindWhatIsLabelled() {
    for (String measure : new String[] {"views", "revenue"}) {
      assertThat(backtest.series(measure).events()).isGreaterThan(100);
      assertThat(backtest.series(measure).recall()).isGreaterThanOrEqualTo(.99);
      assertThat(backtest.series(measure).precision()).isGreaterThanOrEqualTo(.99);
    }
  }

  @Test
  void groupsNameTheLeafThatIsLabelled() {
    for (String measure : new String[] {"views", "revenue"}) {
      assertThat(backtest.groups(measure).recall()).isGreaterThanOrEqualTo(.95);
      assertThat(backtest.groups(measure).precision()).isGreaterThanOrEqualTo(.99);
      assertThat(backtest.unspecific(measure)).isZero();
    }
  }
}
