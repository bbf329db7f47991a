package dev.tidewatch.setup.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Files of an interval that were written while it lasted, looked at when it is due. */
class DataChecksTest {
  private static final IntervalCalendar CALENDAR =
      new IntervalCalendar(IntervalLength.PT5M, ZoneOffset.UTC);
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd/HHmm/").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  @TempDir static Path folder;
  private static Station station;
  private static Interval interval;
  private static final Clients CLIENTS = new Clients();

  @BeforeAll
  static void start() {
    station = Station.start(folder);
    interval = CALENDAR.intervalOf(Instant.now());
  }

  @AfterAll
  static void stop() {
    CLIENTS.close();
    station.close();
  }

  private static void put(String bucket, int files, String text) {
    CLIENTS.s3().createBucket(request -> request.bucket(bucket));
    for (int file = 0; file < files; file++) {
      String key = FOLDER.format(interval.start()) + file + ".csv";
      CLIENTS
          .s3()
          .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
    }
  }

  /** What is found when the interval is due. */
  private static List<String> found(String bucket, String offset, Instant due) {
    String file =
        """
        name: shop
        timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
        dimensions: [marketplace]
        measures: [views]
        interval: PT5M
        detector:
          dataset:
            offset: OFFSET
            source: {s3: {path: "s3://BUCKET/{{yyyyMMdd}}/{{HHmm}}/"}}
        """
            .replace("BUCKET", bucket)
            .replace("OFFSET", offset);
    Clock clock = Clock.fixed(due, ZoneOffset.UTC);
    return new DataChecks(CLIENTS, BlueprintFile.read(file, "shop.yaml").dataset(), clock)
        .checks().stream()
            .map(Check::find)
            .map(each -> each.verdict().sign() + " " + each.name() + ": " + each.detail())
            .toList();
  }

  private static Instant due() {
    return interval.end().plusSeconds(121);
  }

  private static String now() {
    return TIME.format(interval.start());
  }

  private static String rows(String time) {
    return "marketplace,event_time,views\nus," + time + ",7\nuk," + time + ",9\n";
  }

  @Test
  void findsNothingWrongWithGoodData() {
    put("good", 1, rows(now()));
    assertThat(found("good", "2m", due()))
        .contains(
            "✓ files of the newest interval: 1 in s3://good/" + FOLDER.format(interval.start()))
        .contains("✓ columns: 3 of 3 are there")
        .contains("✓ quotas: 1 of 5 files, 2 of 15000 records, 2 of 5000 series")
        .allMatch(line -> line.startsWith("✓"));
  }

  @Test
  void namesColumnsThatAreMissing() {
    put("columns", 1, rows(now()).replace("views", "clicks"));
    assertThat(found("columns", "2m", due())).contains("✗ columns: the files have no column views");
  }

  @Test
  void showsATimestampThatDoesNotMatch() {
    put("format", 1, rows("20:15 today"));
    assertThat(found("format", "2m", due()))
        .contains("✗ timestamps: '20:15 today' does not match yyyy-MM-dd HH:mm:ss");
  }

  @Test
  void countsRowsOfOtherIntervals() {
    put("other", 1, rows("2020-01-01 00:00:00"));
    assertThat(found("other", "2m", due()))
        .contains("✗ timestamps: 2 of 2 rows are not of the interval of their folder");
  }

  @Test
  void countsFilesBeyondTheQuota() {
    put("many", 6, rows(now()));
    assertThat(found("many", "2m", due()))
        .contains("✗ quotas: 6 files in an interval; 5 are allowed");
  }

  @Test
  void findsThatTheOffsetIsTooShort() {
    Instant now = Instant.now();
    Interval past = CALENDAR.before(CALENDAR.intervalOf(now));
    String key = FOLDER.format(past.start());
    CLIENTS.s3().createBucket(request -> request.bucket("late"));
    CLIENTS
        .s3()
        .putObject(
            request -> request.bucket("late").key(key + "a.csv"),
            RequestBody.fromString(rows(now())));
    assertThat(found("late", "0s", now))
        .anyMatch(line -> line.startsWith("✗ offset: the last file came "));
  }

  @Test
  void saysThatABucketIsNotThere() {
    assertThat(found("nowhere", "2m", due()).get(0)).startsWith("✗ bucket nowhere: ");
  }
}
