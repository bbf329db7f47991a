package dev.tidewatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * AWS's published e-commerce data from Kinesis to S3, every cell compared with sums that share no
 * code with the product.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class AwsSampleTest {
  private static final String DATA = "generator/src/test/resources/aws-ecommerce/label.csv.gz";
  private static final String HEADER = "event_time,platform,marketplace,views,revenue";
  private static final int RECORDS = 91_728;
  private static final int DECIMALS = 4;

  @TempDir private static Path folder;

  private LocalCloud cloud;
  private List<Row> rows;

  /** A row as published, but for its labels. */
  private record Row(
      String platform, String marketplace, String time, String views, String revenue) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    String csv() {
      return String.join(",", platform, marketplace, time, views, revenue);
    }

    String json() {
      return """
      {"platform": "%s", "marketplace": "%s", "views": %s, "order": {"at": "%s", "total": {"revenue": %s}}}"""
          .formatted(platform, marketplace, views, time, revenue);
    }
  }

  /** What a line of an interval's file should say. */
  private record Sums(BigDecimal views, BigDecimal revenue) {
    static final Sums ZERO = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

    Sums plus(Row row) {
      return new Sums(
          views.add(new BigDecimal(row.views())), revenue.add(new BigDecimal(row.revenue())));
    }
  }

  @BeforeAll
  void start() throws IOException {
    rows = published();
    assertThat(rows).hasSize(RECORDS);
    cloud = LocalCloud.start(folder.resolve("aws"));
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @Test
  void everyCellIsRightFromCsv() throws IOException {
    Path metricSet = ShopMetricSet.write(folder, "sample-csv", ShopMetricSet.CSV, "PT1H");
    compareEveryCell("sample-csv", metricSet, Row::csv, 13);
  }

  @Test
  void everyCellIsRightFromNestedJson() throws IOException {
    Path metricSet =
        ShopMetricSet.write(
            folder, "sample-json", ShopMetricSet.JSON, "PT1H", "order.at", "order.total.revenue");
    compareEveryCell("sample-json", metricSet, Row::json, 13);
  }

  @Test
  void everyCellIsRightAddedUpByDay() throws IOException {
    Path metricSet = ShopMetricSet.write(folder, "sample-day", ShopMetricSet.CSV, "P1D");
    compareEveryCell("sample-day", metricSet, Row::csv, 10);
  }

  /**
   * @param timeDigits how much of a time, such as {@code 2020-10-01 22}, names its interval
   */
  private void compareEveryCell(
      String name, Path metricSet, Function<Row, String> text, int timeDigits) throws IOException {
    try (LocalStream stream = cloud.createStream(name, 2)) {
      rows.forEach(
          row -> stream.put(row.platform() + row.marketplace(), text.apply(row).getBytes(UTF_8)));
      stream.flush();
    }
    Job job = new Job(metricSet, cloud.location(name), folder.resolve(name), cloud.environment());
    Outcome run = job.runToTheEnd("--max-age", "P4000D");
    assertThat(run.exitCode()).as(run.output()).isZero();
    Outcome audit = job.audit();
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    assertThat(audit.output()).contains("read 91,728 = written 91,728 + late 0 + rejected 0");

    OutputTree files = cloud.objects(name, "data");
    SortedMap<String, SortedMap<String, Sums>> expected = expected(timeDigits);
    int cells = 0;
    for (Map.Entry<String, SortedMap<String, Sums>> interval : expected.entrySet()) {
      cells += compare(interval.getKey(), interval.getValue(), files);
    }
    assertThat(files.files()).hasSize(expected.size());
    System.out.printf(
        "%s: %,d records, %,d intervals, %,d cells, 0 differences%n",
        name, RECORDS, expected.size(), cells);
  }

  /** By the interval's start and the dimensions as the files write them. */
  private SortedMap<String, SortedMap<String, Sums>> expected(int timeDigits) {
    SortedMap<String, SortedMap<String, Sums>> sums = new TreeMap<>();
    for (Row row : rows) {
      String start = row.time().substring(0, timeDigits) + " 00:00:00".substring(timeDigits - 10);
      sums.computeIfAbsent(start, unused -> new TreeMap<>())
          .merge(
              row.platform() + "," + row.marketplace(),
              Sums.ZERO.plus(row),
              (sum, unused) -> sum.plus(row));
    }
    return sums;
  }

  /** How many cells were the same; fails when one was not. */
  private static int compare(String start, SortedMap<String, Sums> expected, OutputTree files) {
    String digits = start.replaceAll("[-: ]", "");
    String path =
        "data/intvl_date=%s/intvl_hhmm=%s/%sT%sZ.csv"
            .formatted(
                start.substring(0, 10),
                digits.substring(8, 12),
                digits.substring(0, 8),
                digits.substring(8));
    List<String> lines = files.files().getOrDefault(path, "").lines().toList();
    assertThat(lines).as(path).hasSize(expected.size() + 1).startsWith(HEADER);
    int cells = 5;
    List<String> dimensions = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] found = line.split(",", -1);
      assertThat(found).as(path).hasSize(5);
      String key = found[1] + "," + found[2];
      Sums sums = expected.getOrDefault(key, Sums.ZERO);
      assertThat(found)
          .as(path)
          .containsExactly(start, found[1], found[2], number(sums.views()), number(sums.revenue()));
      dimensions.add(key);
      cells += found.length;
    }
    assertThat(dimensions).as(path).containsExactlyElementsOf(expected.keySet());
    return cells;
  }

  private static String number(BigDecimal exact) {
    return exact.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  private static List<Row> published() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Repository.file(DATA))), UTF_8))) {
      return reader.lines().skip(1).map(Row::of).toList();
    }
  }
}
