package dev.tidewatch.detector.console.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityPagesTest {
  private static final String HOSTILE = "\\\"><script>x()</script>";
  private static final String SHOWN = "&lt;script&gt;x()";
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final String PAGE =
      "/d/shop/quality?from=2026-11-20T10:00:00Z&to=2026-11-21T10:00:00Z";

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console = Browsing.start(folder.resolve("data"));
    change(
        "INSERT INTO detector (id, name, description, frequency, status, created, modified)"
            + " VALUES (1, 'shop', '', 'PT5M', 'INACTIVE', 0, 0)");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private void change(String statement, Object... values) {
    console.database().change(handle -> handle.execute(statement, values));
  }

  private void dataset(String path) {
    change(
        "INSERT INTO metric_set VALUES (1, 'sales', ?, 0, 0)",
        "{\"MetricList\":[{\"MetricName\":\"revenue\",\"AggregationFunction\":\"SUM\"}],\"DimensionList\":"
            + "[\"store\"],\"Offset\":60,\"TimestampColumn\":{\"ColumnName\":\"at\",\"ColumnFormat\":"
            + "\"yyyy-MM-dd HH:mm:ss\"},\"MetricSource\":{\"S3SourceConfig\":{\"RoleArn\":"
            + "\"arn:aws:iam::123456789012:role/r\","
            + path
            + ",\"FileFormatDescriptor\":{\"CsvFormatDescriptor\":{\"ContainsHeader\":true,"
            + "\"Delimiter\":\",\"}}}}}");
  }

  private void continuous() {
    dataset("\"TemplatedPathList\":[\"s3://shop/{{yyyyMMdd}}/{{HHmm}}/\"]");
  }

  private static long interval(int place) {
    return START.getEpochSecond() + 300L * place;
  }

  /** Was read so many seconds after its end. */
  private void run(int place, String status, String reason, int late) {
    long started = (interval(place) + 300 + late) * 1000;
    change(
        "INSERT INTO execution VALUES (1, ?, ?, ?, ?, ?)",
        interval(place),
        status,
        reason,
        started,
        started + 500);
  }

  private void metric(int place, String metric, String column, double value) {
    change("INSERT INTO quality VALUES (1, ?, ?, ?, ?)", interval(place), metric, column, value);
  }

  private void day() {
    continuous();
    for (int place = 0; place < 20; place++) {
      run(place, "COMPLETED", null, 61);
      metric(place, "ROWS_PROCESSED", "", 100);
      metric(place, "INVALID_ROWS_COMPLIANCE", "", place == 3 ? 7 : 0);
      metric(place, "COLUMN_COMPLETENESS", "revenue", place == 3 ? 0.5 : 1);
    }
    run(20, "FAILED", "No datapoint " + HOSTILE, 62);
    run(21, "FAILED", "None of the records can be used", 62);
    metric(21, "ROWS_PROCESSED", "", 50);
    run(24, "COMPLETED", null, 7200);
  }

  @Test
  void countsWhatIntervalsCameTo() throws Exception {
    day();
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains("<dt>Run</dt><dd>23</dd>")
        .containsPattern("<dt>Complete</dt><dd[^>]*>21</dd>")
        .containsPattern("<dt>Missing</dt><dd class=\"wrong\">1 ")
        .containsPattern("<dt>Failed</dt><dd class=\"wrong\">1 ")
        .containsPattern("<dt>Not run</dt><dd>2 ")
        .contains("aria-current=\"page\">Data quality</a>");
  }

  @Test
  void measuresTheDataAsTheApiDoes() throws Exception {
    day();
    String page = console.signedIn(Role.VIEWER).page(PAGE);
    assertThat(page)
        .contains("Records read", "2,050", "Share of records with a value of revenue")
        .contains("50 %", "97.5 %", "role=\"img\"", "the dataset's check")
        .doesNotContain(" style=");
    assertThat(page.indexOf("ROWS_PROCESSED")).isLessThan(page.indexOf("COLUMN_COMPLETENESS"));
  }

  @Test
  void saysHowLateDataAreRead() throws Exception {
    day();
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains(
            "95 % of intervals were read within 1 minute 1 second of their end; the offset is 1 minute.")
        .contains("1 minute to 1 minute 5 seconds", "1 hour to 6 hours", "None was read before");
  }

  @Test
  void listsIncompleteIntervalsWithTheirReasons() throws Exception {
    day();
    String page = console.signedIn(Role.VIEWER).page(PAGE);
    assertThat(page).contains("No datapoint", SHOWN, "1–2 of 2").doesNotContain("<script>x()");
    assertThat(page.indexOf("None of the records")).isLessThan(page.indexOf("No datapoint"));
    for (int place = 30; place < 60; place++) {
      run(place, "FAILED", "nothing", 60);
    }
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page(PAGE)).contains("1–25 of 32", "page=2");
    assertThat(ana.page(PAGE + "&page=2")).contains("26–32 of 32", "No datapoint");
    assertThat(ana.page(PAGE + "&page=9")).contains("There is no such page");
  }

  @Test
  void showsNamesOfColumnsAsTheyAreAndRunsNone() throws Exception {
    continuous();
    run(0, "COMPLETED", null, 60);
    metric(0, "DIMENSION_UNIQUENESS", HOSTILE, 3);
    metric(0, "NEW_KIND<b>", "", 3);
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains(SHOWN, "NEW_KIND&lt;b&gt;")
        .doesNotContain("<script>x()")
        .doesNotContain("KIND<b>");
  }

  /** What was learnt from stands with the first interval until it has metrics of its own. */
  @Test
  void doesNotTakeTheHistoryForTheFirstIntervalWhenThatOneIsMissing() throws Exception {
    continuous();
    change(
        "INSERT INTO progress VALUES (1, 'CONTINUOUS', ?, ?, 300, 1, NULL, 0)",
        (interval(0) + 130) * 1000,
        interval(1));
    run(0, "FAILED", "No datapoint", 60);
    metric(0, "ROWS_PROCESSED", "", 999_999);
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page(PAGE))
        .containsPattern("<dt>Missing</dt><dd class=\"wrong\">1 ")
        .contains("No run of this time read a record", "No interval of this time was complete")
        .doesNotContain("999,999");
    assertThat(ana.page("/d/shop/quality.csv?" + PAGE.split(Pattern.quote("?"))[1]))
        .doesNotContain("999999");
  }

  @Test
  void isAFileToTakeAwayInWhichNothingIsAFormula() throws Exception {
    day();
    metric(0, "COLUMN_COMPLETENESS", "=cmd()", 1);
    String[] lines =
        console
            .signedIn(Role.VIEWER)
            .page("/d/shop/quality.csv?from=2026-11-20T10:00:00Z&to=2026-11-21T10:00:00Z")
            .split("\r\n");
    assertThat(lines[0])
        .isEqualTo("interval,end,outcome,reason,started,seconds after end,metric,column,value");
    assertThat(lines).hasSize(1 + 20 * 3 + 1 + 1 + 1 + 1);
    assertThat(lines[1])
        .isEqualTo(
            "2026-11-20T12:00:00Z,2026-11-20T12:05:00Z,COMPLETE,,2026-11-20T14:05:00Z,7200.0,,,");
    assertThat(lines[2]).contains(",FAILED,None of the records can be used,", "ROWS_PROCESSED");
    assertThat(lines[3]).contains(",MISSING,");
    assertThat(lines[lines.length - 4]).contains("'=cmd()");
  }

  @Test
  void saysHowManyLinesItsFileHasAtMost() throws Exception {
    day();
    assertThat(console.signedIn(Role.VIEWER).page(PAGE)).contains("the newest 200,000 at most");
  }

  @Test
  void explainsWhyThereIsNothing() throws Exception {
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/d/shop/quality")).contains("no dataset", "once there is a dataset");
    assertThat(ana.get("/d/shop/quality.csv").statusCode()).isEqualTo(404);
    continuous();
    assertThat(ana.page("/d/shop/quality")).contains("No interval was run in this time");
    assertThat(ana.get("/d/nobody/quality").statusCode()).isEqualTo(404);
  }

  @Test
  void sendsTheOnlookerOfABacktestToWhatThatOneRead() throws Exception {
    dataset("\"HistoricalDataPathList\":[\"s3://shop/history/\"]");
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/d/shop/quality"))
        .contains("This detector is a backtest", "/d/shop/backtest-data")
        .doesNotContain("quality.csv");
    assertThat(ana.get("/d/shop/quality.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void isForThoseWhoSignedIn() throws Exception {
    continuous();
    assertThat(console.anybody().get("/d/shop/quality").statusCode()).isEqualTo(303);
    assertThat(console.anybody().get("/d/shop/quality.csv").body()).doesNotContain("interval,end");
    assertThat(console.signedIn(Role.OPERATOR).get("/d/shop/quality").statusCode()).isEqualTo(200);
  }
}
