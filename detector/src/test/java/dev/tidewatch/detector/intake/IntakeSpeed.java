package dev.tidewatch.detector.intake;

import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Prints how long it takes to read an interval of 15,000 rows, and 2,500 intervals of 42 series.
 */
public final class IntakeSpeed {
  private static final String HEADER = "time,platform,marketplace,views,price\n";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final LocalDateTime LAST = LocalDateTime.of(2026, 11, 20, 10, 0);
  private static final Instant NOW = LAST.plusMinutes(7).toInstant(ZoneOffset.UTC);

  private IntakeSpeed() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    try (LocalAws aws = LocalAws.start(LocalAws.Options.defaults())) {
      Bucket bucket = Bucket.of(aws, "speed");
      DataSources sources =
          new DataSources(
              bucket.client(),
              () -> {
                throw new AssertionError();
              },
              Clock.systemUTC());
      interval(bucket, sources);
      history(bucket, sources);
    }
  }

  private static void interval(Bucket bucket, DataSources sources) {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 15_000; i++) {
      file.append(TIME.format(LAST)).append(",p").append(i % 150).append(",m").append(i / 150);
      file.append(',').append(i * 3).append(',').append(i / 7.0).append('\n');
    }
    bucket.put("one/20261120/1000/a.csv", file.toString());
    Dataset dataset =
        Requests.dataset(
            IntervalLength.PT5M, Requests.shop("s3://speed/one/{{yyyyMMdd}}/{{HHmm}}/"));
    Instant start = LAST.toInstant(ZoneOffset.UTC);
    for (int i = 0; i < 20; i++) {
      long before = System.nanoTime();
      Reading reading =
          sources
              .intervals(dataset, IntakeQuotas.published(IntervalLength.PT5M))
              .read(new Interval(start, start.plusSeconds(300)));
      if (i == 0 || i == 19) {
        print((i == 0 ? "interval of 15,000 rows, cold: " : "… warm: ") + reading.reason(), before);
      }
    }
  }

  private static void history(Bucket bucket, DataSources sources) {
    PathTemplate template = PathTemplate.of("s3://speed/live/{{yyyyMMdd}}/{{HHmm}}/");
    StringBuilder all = new StringBuilder(HEADER);
    for (int i = 0; i < 2_500; i++) {
      LocalDateTime start = LAST.minusMinutes(5L * i);
      StringBuilder file = new StringBuilder();
      for (int row = 0; row < 21; row++) {
        file.append(TIME.format(start)).append(",p").append(row % 3).append(",m").append(row / 3);
        file.append(',').append(i + row).append(',').append(row / 7.0).append('\n');
      }
      bucket.put(template.folder(start).substring("s3://speed/".length()) + "a.csv", HEADER + file);
      all.append(file);
    }
    bucket.put("past/all.csv", all.toString());
    Dataset live =
        Requests.dataset(
            IntervalLength.PT5M, Requests.shop("s3://speed/live/{{yyyyMMdd}}/{{HHmm}}/"));
    Dataset past =
        Requests.dataset(
            IntervalLength.PT5M,
            Requests.shop("")
                .metricSource(
                    source ->
                        source.s3SourceConfig(
                            Requests.csv(
                                "s3://speed/live/{{yyyyMMdd}}/{{HHmm}}/",
                                config -> config.historicalDataPathList("s3://speed/past/")))));
    read("2,500 intervals × 42 series from one historical file", past, sources);
    read("2,500 intervals × 42 series along the continuous path", live, sources);
  }

  private static void read(String what, Dataset dataset, DataSources sources) {
    long before = System.nanoTime();
    History.Past past =
        sources
            .history(dataset, IntakeQuotas.published(IntervalLength.PT5M))
            .read(NOW, History.Progress.SILENT);
    int rows = 0;
    for (var interval : past.intervals()) {
      rows += interval.size();
    }
    print(what + " (" + past.intervals().size() + ", " + rows + " rows)", before);
  }

  private static void print(String what, long before) {
    System.out.println(what + " " + (System.nanoTime() - before) / 1_000_000 + " ms");
  }
}
