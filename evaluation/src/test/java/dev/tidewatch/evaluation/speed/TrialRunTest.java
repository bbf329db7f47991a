package dev.tidewatch.evaluation.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TrialRunTest {
  @Test
  void aTrialTheMachineHasNoMemoryForIsLeftOutWithAWord() {
    TrialRun forest = new TrialRun(TrialKind.FOREST, 1_000_000);
    StringWriter text = new StringWriter();

    new SpeedTable(new PrintWriter(text)).add(forest, forest.figures(1));

    assertThat(text.toString()).contains("1,000,000   left out: needs 2,860,763 MB");
  }
}
