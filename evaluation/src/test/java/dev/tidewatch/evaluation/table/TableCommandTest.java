package dev.tidewatch.evaluation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.evaluation.DataFolder;
import dev.tidewatch.evaluation.timing.Timing;
import dev.tidewatch.evaluation.timing.TimingFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TableCommandTest {
  private static final String SCORER =
      """
      [ -d "$1" ] || exit 2
      cat <<'REPORT'
      ## nab
      NAB files=29 missing=0 windows=61 standard=63.4301 reward_low_FP_rate=15.08 thresholds=5.8
      ## kpi/cmd
      KPI series=30 (with anomalies 28) points=1 days=1174 | mean AUC-PR=0.44 bestEventF1=0.8495
        pooled delay-k F1 (one threshold, oracle) = 0.6276  P=0.7451 R=0.5421 thr=5.20577
        pooled EVENT F1 (one threshold, oracle) = 0.6269  P=0.5817 R=0.6798 thr=5.81464 false alerts per series-day=0.0741
        operational at severity>=50: events=178 recall=0.8652 precision=0.3667 F1=0.5151 falseAlerts=266 per series-day=0.2265 medianDelay=1 intervals quietSeries=2 clean=0
      ## cube/one
      CUBE events=3 groups=4 recall=0.4 (snr>=4: 0.5 of 2, root measure 0.5) precision=0.9 F1=0.6000 F1snr4=0.61
        contributions (score>=50) micro P=0.1 R=0.2 F1=0.7000 | effects named right=0 wrong=0 missing=0
      ## cube/two
      CUBE events=3 groups=4 recall=0.4 (snr>=4: 0.5 of 2, root measure 0.5) precision=0.9 F1=0.8000 F1snr4=0.61
        contributions (score>=50) micro P=0.1 R=0.2 F1=0.9000 | effects named right=0 wrong=0 missing=0
      ## rca
      RCA cases=60 P=0.5 R=0.6 F1=0.8450 exact=0.3
      REPORT
      """;

  @TempDir Path folder;

  @Test
  void laysAllFiguresSideBySide() {
    new DataFolder(folder).file("data/evaluate.sh", SCORER).file("results/baselines/trcf/note", "");
    new TimingFile(folder.resolve("results")).put("kpi/cmd", new Timing(1, 1000, 500_000));
    String table = run("--data", folder + "/data", "--results", folder + "/results");
    assertThat(line(table, "                ")).contains("tidewatch   trcf  first target");
    assertThat(line(table, "microseconds"))
        .endsWith("0.50      -       <= 2.00      yes   <= 1.00      yes");
    assertThat(line(table, "NAB standard"))
        .contains("63.4", ">= 62.0      yes", ">= 70.0       no");
    assertThat(line(table, "CMD: event F1")).contains("0.627", ">= 0.720       no");
    assertThat(line(table, "CMD: delay F1")).contains("0.628");
    assertThat(line(table, "CMD at 50: recall")).contains("0.865");
    assertThat(line(table, "CMD at 50: precision")).contains("0.367");
    assertThat(line(table, "CMD at 50: false")).contains("0.227", "<= 0.100       no");
    assertThat(line(table, "AIOps: event F1")).contains("-").doesNotContain("no");
    assertThat(line(table, "cubes: event F1")).contains("0.700", ">= 0.700      yes");
    assertThat(line(table, "cubes: contribution F1")).contains("0.800", ">= 0.820       no");
    assertThat(line(table, "root causes")).contains("0.845", ">= 0.800      yes");
    assertThat(table).contains("first targets reached: 5 of 15, beyond: 2 of 15");
  }

  @Test
  void showsWhatTheScorerSaysWhenAsked() {
    new DataFolder(folder).file("data/evaluate.sh", SCORER).file("results/note", "");
    assertThat(run("--data", folder + "/data", "--results", folder + "/results", "--verbose"))
        .contains("# tidewatch\n## nab\nNAB files=29");
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElse("no such line");
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    new CommandLine(new TableCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
    return out.toString();
  }
}
