package dev.tidewatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final int ROWS = 600;
  private static final int SPIKE = 500;

  @TempDir Path temporary;
  private DataFolder data;
  private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void folders() {
    data = new DataFolder(temporary.resolve("data"));
    results = temporary.resolve("results");
  }

  @Test
  void writesARowForEachRow() throws IOException {
    data.file("nab/data/real/a.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("kpi/shop/series/b.csv.gz", DataFolder.hourly(ROWS, SPIKE));
    assertThat(evaluate()).isZero();
    List<String> nab = Files.readAllLines(results.resolve("nab/real/a.csv"));
    List<String> kpi = Files.readAllLines(results.resolve("kpi/shop/b.csv"));
    assertThat(nab).hasSize(ROWS + 1).startsWith("score");
    assertThat(kpi).hasSize(ROWS + 1).startsWith("score,severity");
    double severity = Double.parseDouble(kpi.get(SPIKE + 1).split(",")[1]);
    assertThat(severity).isGreaterThanOrEqualTo(50);
  }

  @Test
  void keepsRowsInPlaceWhereTimestampsRepeatOrGoBack() throws IOException {
    data.file("nab/data/x/a.csv", "timestamp,value\n60,1\n120,2\n120,3\n60,4\n1200,\n1260,6\n");
    assertThat(evaluate("--baselines")).isZero();
    assertThat(Files.readAllLines(results.resolve("nab/x/a.csv"))).hasSize(7);
    assertThat(Files.readAllLines(results.resolve("baselines/trcf/nab/x/a.csv"))).hasSize(7);
  }

  @Test
  void runsTheEngineWithAForestBesideTheOneWithout() throws IOException {
    data.file("kpi/shop/series/b.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("nab/data/x/a.csv", "timestamp,value\n60,1\n120,2\n120,3\n60,4\n1200,\n1260,6\n");
    assertThat(evaluate("--forest")).isZero();
    Path forest = results.resolve("baselines/tidewatch-forest");
    assertThat(Files.readAllLines(forest.resolve("nab/x/a.csv"))).hasSize(7);
    assertThat(Files.readAllLines(forest.resolve("kpi/shop/b.csv")))
        .hasSize(ROWS + 1)
        .startsWith("score,severity");
    assertThat(out.toString()).contains("tidewatch-forest");
  }

  @Test
  void laysBaselinesOutAsTheEngine() {
    data.file("kpi/shop/series/b.csv", DataFolder.hourly(ROWS, SPIKE));
    assertThat(evaluate("--baselines")).isZero();
    for (String baseline : List.of("trcf", "holt-winters", "ewma-z", "seasonal-median")) {
      assertThat(results.resolve("baselines").resolve(baseline).resolve("kpi/shop/b.csv")).exists();
    }
    assertThat(out.toString()).contains("tidewatch", "seasonal-median");
  }

  @Test
  void doesNotCareForLabels() {
    data.file("kpi/shop/series/b.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("kpi/shop/labels/b.csv.gz/not-even-a-file", "")
        .file("nab/data/x/a.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("nab/labels/combined_windows.json", "no JSON");
    assertThat(evaluate()).isZero();
    assertThat(results.resolve("kpi/shop/b.csv")).exists();
  }

  @Test
  void givesTheSameResultsOnAnyNumberOfCores() throws IOException {
    for (int i = 0; i < 5; i++) {
      data.file("kpi/shop/series/b" + i + ".csv", DataFolder.hourly(ROWS - i, SPIKE));
    }
    evaluate("--cores", "1");
    Map<String, String> first = scores();
    evaluate("--cores", "3");
    assertThat(scores()).isEqualTo(first).hasSize(5);
  }

  @Test
  void writesTheGroupsOfCubes() throws IOException {
    data.file(
            "cube/one/meta.json",
            """
            {"interval":3600,"dims":["platform"],"measures":["views"],"aggregation":{"views":"SUM"}}
            """)
        .file("cube/one/data.csv.gz", cube());
    assertThat(evaluate("--baselines")).isZero();
    assertThat(results.resolve("cube/one.jsonl")).exists();
    List<String> groups =
        Files.readAllLines(results.resolve("baselines/seasonal-median/cube/one.jsonl"));
    assertThat(groups)
        .anySatisfy(
            group ->
                assertThat(group)
                    .contains("\"measure\":\"views\",\"start\":1701734400,\"end\":1701741600")
                    .containsPattern("\"ios\",\"score\":(9\\d|100)"));
  }

  /** A month of two platforms, hour by hour; one of them falls silent for three hours. */
  private static String cube() {
    StringBuilder csv = new StringBuilder("timestamp,platform,views\n");
    for (int hour = 0; hour < 28 * 24; hour++) {
      long start = 1_700_006_400 + 3600L * hour;
      int wobble = hour * 7919 % 11;
      boolean silent = start >= 1_701_734_400 && start <= 1_701_741_600;
      csv.append(start + ",ios," + (silent ? 0 : 200 + wobble) + "\n");
      csv.append(start + ",web," + (300 - wobble) + "\n");
    }
    return csv.toString();
  }

  @Test
  void doesOnlyThePartsAskedFor() {
    data.file("nab/data/x/a.csv", DataFolder.hourly(ROWS, SPIKE))
        .file("kpi/shop/series/b.csv", DataFolder.hourly(ROWS, SPIKE));
    assertThat(evaluate("--only", "kpi")).isZero();
    assertThat(results.resolve("nab")).doesNotExist();
    assertThat(results.resolve("timing.json")).content().contains("kpi/shop", "cpuNanos");
  }

  @Test
  void drawsEverySeriesWhenAsked() {
    data.file("kpi/shop/series/b.csv", DataFolder.hourly(ROWS, SPIKE));
    assertThat(evaluate("--pictures")).isZero();
    assertThat(results.resolve("pictures/kpi/shop/b.html")).exists();
  }

  @Test
  void saysWhichFileIsBad() {
    data.file("kpi/shop/series/b.csv", "timestamp,value\n60,1\nnoon,2\n");
    assertThat(evaluate()).isEqualTo(1);
    assertThat(err.toString())
        .contains("evaluate: ", "b.csv, line 3: 'noon' is no timestamp")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesOptionsThatCannotBeMeant() {
    data.file("kpi/shop/readme", "");
    assertRefused("holds none of nab/data, kpi/*/series, cube and rca/cases");
    assertRefused("--cores is 1 or more, not 0", "--cores", "0");
    assertRefused("expected one of", "--only", "sales");
    assertThat(run("--results", "r")).isEqualTo(2);
    assertThat(err.toString()).contains("--data DIR is missing");
    assertThat(run("--data", "no-such", "--results", "r")).isEqualTo(2);
    assertThat(err.toString()).contains("--data no-such is no folder");
    assertThat(run("--data", data.root() + "", "--results", data.root() + "/.")).isEqualTo(2);
    assertThat(err.toString()).contains("is the folder of data");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void teachesItsUse() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "table", "picture", "nab/data/CATEGORY");
  }

  private void assertRefused(String message, String... more) {
    assertThat(evaluate(more)).isEqualTo(2);
    assertThat(err.toString()).contains(message, "Try './evaluate --help'");
  }

  private Map<String, String> scores() throws IOException {
    Map<String, String> scores = new TreeMap<>();
    try (Stream<Path> files = Files.list(results.resolve("kpi/shop"))) {
      for (Path file : files.toList()) {
        scores.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return scores;
  }

  private int evaluate(String... more) {
    return run(
        Stream.concat(
                Stream.of("--data", data.root().toString(), "--results", results.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    CommandLine commandLine = EvaluateCommand.commandLine();
    return commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }
}
