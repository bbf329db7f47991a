package dev.tidewatch.detector.intake.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Requests;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.detector.intake.RowsText;
import dev.tidewatch.detector.intake.TooManyRows;
import dev.tidewatch.detector.intake.text.ByteBudget;
import dev.tidewatch.detector.intake.text.TextFile;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RowCollectorTest {
  private static final Instant START = Instant.parse("2026-11-20T10:05:00Z");
  private static final Interval INTERVAL = new Interval(START, START.plusSeconds(300));
  private static final String HEADER = "time,platform,marketplace,views,price\n";
  private static final String GOOD = "2026-11-20 10:05:00,web,us,1,1\n";
  private static final String T = "2026-11-20 10:05:00";
  private static final Dataset SHOP =
      Requests.dataset(IntervalLength.PT5M, Requests.shop("s3://bucket/{{yyyyMMdd}}/{{HHmm}}"));

  private static RowCollector collect(Dataset dataset, byte[]... files) throws IOException {
    RowCollector collector = RowCollector.of(dataset, 1, Room.ofHeap());
    FileFormat format = ((DataLocation.Files) dataset.location()).format();
    for (byte[] file : files) {
      TextFile.read(
          new ByteArrayInputStream(file),
          format,
          collector.columns(),
          new ByteBudget(1 << 26, "too large"),
          records -> collector.add(records, RecordScope.of(INTERVAL)));
    }
    return collector;
  }

  private enum Count {
    USED,
    PARTIAL,
    OUTSIDE,
    NO_RECORD
  }

  private static Arguments row(String line, Object count) {
    return Arguments.of(line, count);
  }

  static List<Arguments> poison() {
    String long41 = "x".repeat(41);
    return List.of(
        row(T + ",web,us,1,1", Count.USED),
        row(T + ",web,us,,1", Count.PARTIAL),
        row(T + ",web,us,,", RowFault.MEASURES_MISSING),
        row(T + ",web,us", RowFault.MEASURES_MISSING),
        row(T + ",web", RowFault.DIMENSION_MISSING),
        row(T, RowFault.DIMENSION_MISSING),
        row("", Count.NO_RECORD),
        row(",web,us,1,1", RowFault.TIMESTAMP_MISSING),
        row(",,,,", RowFault.TIMESTAMP_MISSING),
        row("{}", RowFault.TIMESTAMP_UNREADABLE),
        row("null,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("1795169100,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("2026-11-20T10:05:00Z,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("2026-02-30 10:05:00,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("2026-11-20 24:00:00,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("2026-11-20 10:05:60,web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("9".repeat(200) + ",web,us,1,1", RowFault.TIMESTAMP_UNREADABLE),
        row("0001-01-01 00:00:00,web,us,1,1", Count.OUTSIDE),
        row("9999-12-31 23:59:59,web,us,1,1", Count.OUTSIDE),
        row("2026-11-20 10:10:00,web,us,1,1", Count.OUTSIDE),
        row(T + ",,us,1,1", RowFault.DIMENSION_MISSING),
        row(T + ",\"\",us,1,1", RowFault.DIMENSION_MISSING),
        row(T + "," + long41 + ",us,1,1", RowFault.DIMENSION_TOO_LONG),
        row(T + "," + "😀".repeat(40) + ",us,1,1", Count.USED),
        row(T + "," + "😀".repeat(41) + ",us,1,1", RowFault.DIMENSION_TOO_LONG),
        row(T + ",w\uFFFDb,us,1,1", RowFault.DIMENSION_UNREADABLE),
        row(T + ",\u0000,us,1,1", Count.USED),
        row(T + ",<script>,${jndi:x},1,1", Count.USED),
        row(T + ",../..,%2e%2e,1,1", Count.USED),
        row(T + ",=cmd|x,us,1,1", Count.USED),
        row(T + ",\"a,b\",us,1,1", Count.USED),
        row(T + ",\"a\nb\",us,1,1", Count.USED),
        row(T + ",\"a\"\"b\",us,1,1", Count.USED),
        row(T + ",a\"b,us,1,1", Count.USED),
        row(T + ",\"a\"b,us,1,1", RowFault.MALFORMED),
        row(T + ",\"a,us,1,1", RowFault.MALFORMED),
        row(T + ",web,us,1,1,x", RowFault.MALFORMED),
        row(T + ",web,us,1,1,,", Count.USED),
        row(T + ",web,us,NaN,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,Infinity,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,-Infinity,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,1e999,1", RowFault.MEASURE_TOO_LARGE),
        row(T + ",web,us,1e15,1", Count.USED),
        row(T + ",web,us,1000000000000001,1", RowFault.MEASURE_TOO_LARGE),
        row(T + ",web,us,-1000000000000001,1", RowFault.MEASURE_TOO_LARGE),
        row(T + ",web,us,-0,1", Count.USED),
        row(T + ",web,us,+1.50,1", Count.USED),
        row(T + ",web,us, 1 ,1", Count.USED),
        row(T + ",web,us,\"1,234.5\",1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,0x10,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,1d,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,1e,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,.,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,-,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,1.2.3,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,١٢,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,true,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,null,1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us," + "1".repeat(500) + ",1", RowFault.MEASURE_NOT_NUMERIC),
        row(T + ",web,us,1,x", RowFault.MEASURE_NOT_NUMERIC),
        row("x".repeat(3 << 20), RowFault.LINE_TOO_LONG),
        row(T + "," + "\"" + "x".repeat(3 << 20) + "\",us,1,1", RowFault.LINE_TOO_LONG));
  }

  @ParameterizedTest
  @MethodSource("poison")
  void countsEveryRecordOnceAndGoesOn(String line, Object count) throws IOException {
    byte[] file = (HEADER + GOOD + line + "\n" + GOOD).getBytes(UTF_8);

    Quality quality = collect(SHOP, file).quality();

    boolean isFault = count instanceof RowFault;
    assertThat(quality.rowsProcessed()).isEqualTo(count == Count.NO_RECORD ? 2 : 3);
    assertThat(quality.rowsUsed()).isEqualTo(count == Count.USED || count == Count.PARTIAL ? 3 : 2);
    assertThat(quality.rowsPartial()).isEqualTo(count == Count.PARTIAL ? 1 : 0);
    assertThat(quality.rowsOutside()).isEqualTo(count == Count.OUTSIDE ? 1 : 0);
    assertThat(quality.rowsInvalid()).isEqualTo(isFault ? 1 : 0);
    if (isFault) {
      assertThat(quality.faults()).containsOnlyKeys((RowFault) count);
    }
  }

  @Test
  void givesTheSameRowsInWhateverOrderRecordsAndFilesCome() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lines.add(
          "%s,p%d,m%d,%s,%s\n"
              .formatted(
                  T,
                  random.nextInt(5),
                  random.nextInt(9),
                  random.nextGaussian() * Math.pow(10, random.nextInt(25) - 12),
                  random.nextInt(10) == 0 ? "" : Double.toString(random.nextGaussian())));
    }
    List<String> expected = null;
    for (int trial = 0; trial < 20; trial++) {
      Collections.shuffle(lines, random);
      int cut = random.nextInt(lines.size());
      RowCollector collector =
          collect(
              SHOP,
              (HEADER + String.join("", lines.subList(0, cut))).getBytes(UTF_8),
              (HEADER + String.join("", lines.subList(cut, lines.size()))).getBytes(UTF_8));
      List<String> rows = RowsText.of(collector.rows(INTERVAL), 2, 2);
      expected = expected == null ? rows : expected;
      assertThat(rows).isEqualTo(expected).isSorted().hasSize(45);
    }
  }

  @Test
  void addsUpExactly() {
    ExactSum sum = new ExactSum();
    for (double value : new double[] {1e15, 1, 1e-9, -1e15, -1, 1e100, 2, -1e100}) {
      sum.add(value);
    }
    assertThat(sum.value()).isEqualTo(2 + 1e-9);
  }

  @Test
  void aDimensionOfEndlessValuesIsRefusedBeforeMemoryEnds() {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      lines.append(T).append(",web,user-").append(i).append(",1,1\n");
    }
    Room room = Room.of(4 << 20);

    assertThatThrownBy(() -> read(lines.toString(), RowCollector.of(SHOP, 1, room)))
        .isInstanceOf(TooManyRows.class)
        .hasMessageStartingWith("The data has more rows of different dimension values than fit");
  }

  private static void read(String text, RowCollector collector) throws IOException {
    try (collector) {
      TextFile.read(
          new ByteArrayInputStream(text.getBytes(UTF_8)),
          ((DataLocation.Files) SHOP.location()).format(),
          collector.columns(),
          new ByteBudget(1 << 26, ""),
          records -> collector.add(records, RecordScope.of(INTERVAL)));
    }
  }

  @Test
  void keepsTheNewestIntervalsWhateverTheOrder() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add(
          "%s,web,us,%d,1\n".formatted("2026-11-20 %02d:%02d:00".formatted(i / 12, i % 12 * 5), i));
    }
    Random random = new Random(3);
    for (int trial = 0; trial < 10; trial++) {
      Collections.shuffle(lines, random);
      RowCollector collector = RowCollector.of(SHOP, 10, Room.ofHeap());
      TextFile.read(
          new ByteArrayInputStream((HEADER + String.join("", lines)).getBytes(UTF_8)),
          ((DataLocation.Files) SHOP.location()).format(),
          collector.columns(),
          new ByteBudget(1 << 20, ""),
          records ->
              collector.add(
                  records,
                  RecordScope.of(
                      new Interval(Instant.EPOCH, Instant.parse("2026-11-21T00:00:00Z")))));
      assertThat(collector.intervals()).hasSize(10);
      assertThat(collector.rows(collector.intervals().get(0)).measure(0, 0)).isEqualTo(90);
      assertThat(collector.quality().rowsUsed()).isEqualTo(10);
      assertThat(collector.quality().rowsOutside()).isEqualTo(90);
    }
  }
}
