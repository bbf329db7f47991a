package dev.tidewatch.setup.doctor;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.doctor.Check.Skipped;
import dev.tidewatch.setup.doctor.Check.Trouble;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of the newest interval that a detector would read by now, against what the file says of
 * them and what the API takes (contract sections 5 and 5.6).
 */
public final class DataChecks {
  private static final long MAX_BYTES = 200L * 1024 * 1024;
  private static final String NO_FILES = "there are no files to look at";

  private final Clients clients;
  private final CreateMetricSetRequest dataset;
  private final Clock clock;
  private final IntervalLength length;
  private final ZoneId zone;
  private @Nullable IntervalFiles found;

  public DataChecks(Clients clients, CreateMetricSetRequest dataset, Clock clock) {
    this.clients = clients;
    this.dataset = dataset;
    this.clock = clock;
    this.length =
        IntervalLength.parse(dataset.metricSetFrequencyAsString()).orElse(IntervalLength.PT5M);
    this.zone = ZoneId.of(Optional.ofNullable(dataset.timezone()).orElse("UTC"));
  }

  /** What to look at; nothing when the data are not in S3. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    paths().forEach(path -> checks.add(bucket(path)));
    if (live().isPresent()) {
      checks.add(
          Check.data("files of the newest interval", "Let the ETL job run", this::newestFiles));
      checks.add(Check.data("columns", "Look at the files' first lines", this::columns));
      checks.add(Check.data("timestamps", "Look at the files' first lines", this::timestamps));
      checks.add(Check.data("quotas", "", this::quotas));
      checks.add(Check.data("offset", "", this::offset));
    }
    return checks;
  }

  private Optional<S3SourceConfig> s3() {
    return Optional.ofNullable(dataset.metricSource().s3SourceConfig());
  }

  private Optional<String> live() {
    return s3().flatMap(config -> config.templatedPathList().stream().findFirst());
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    live().ifPresent(paths::add);
    s3().ifPresent(config -> paths.addAll(config.historicalDataPathList()));
    return paths.stream().map(DataChecks::bucketOf).distinct().toList();
  }

  private static String bucketOf(String path) {
    return path.substring("s3://".length()).split("/", 2)[0];
  }

  private Check bucket(String bucket) {
    return Check.setup(
        "bucket " + bucket,
        "Make it with 'detector-setup apply', or correct its name",
        () -> {
          String region = clients.s3().headBucket(request -> request.bucket(bucket)).bucketRegion();
          String mine =
              Optional.ofNullable(clients.s3().serviceClientConfiguration().region())
                  .map(each -> each.id())
                  .orElse("");
          if (region != null && !region.equals(mine)) {
            throw new Trouble(
                "it is in " + region + ", not in " + mine, "Set AWS_REGION=" + region);
          }
          return "there, in " + mine;
        });
  }

  /** The newest interval whose end and offset are over. */
  private Interval newest() {
    IntervalCalendar calendar = new IntervalCalendar(length, zone);
    return calendar.before(calendar.intervalOf(clock.instant().minus(waited())));
  }

  private Duration waited() {
    return Duration.ofSeconds(Optional.ofNullable(dataset.offset()).orElse(0));
  }

  private String newestFiles() {
    Interval newest = newest();
    IntervalCalendar calendar = new IntervalCalendar(length, zone);
    String folder = PathTemplate.of(live().orElseThrow()).folder(calendar.localStart(newest));
    IntervalFiles files = IntervalFiles.read(clients.s3(), folder, gzip());
    if (files.files().isEmpty()) {
      throw new Trouble(
          "none in " + folder,
          "Let the ETL job run, and compare its folders with the path of the file");
    }
    found = files;
    return files.files().size() + " in " + folder;
  }

  private boolean gzip() {
    return s3().map(S3SourceConfig::fileFormatDescriptor)
        .map(
            format ->
                format.csvFormatDescriptor() != null
                    ? format.csvFormatDescriptor().fileCompressionAsString()
                    : format.jsonFormatDescriptor().fileCompressionAsString())
        .filter("GZIP"::equals)
        .isPresent();
  }

  private IntervalFiles files() {
    if (found == null) {
      throw new Skipped(NO_FILES);
    }
    return found;
  }

  private Rows rows() {
    return Rows.of(files(), s3().orElseThrow().fileFormatDescriptor());
  }

  private String columns() {
    Rows rows = rows();
    List<String> needed = new ArrayList<>(dataset.dimensionList());
    needed.add(dataset.timestampColumn().columnName());
    dataset.metricList().stream().map(Metric::metricName).forEach(needed::add);
    List<String> missing = needed.stream().filter(name -> !rows.columns().contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new Trouble(
          "the files have no column " + String.join(", ", missing),
          "They have " + String.join(", ", rows.columns()) + ": correct the names in the file");
    }
    return needed.size() + " of " + needed.size() + " are there";
  }

  private String timestamps() {
    TimestampFormat format = TimestampFormat.of(dataset.timestampColumn().columnFormat());
    List<Map<String, String>> rows = rows().values();
    Interval interval = newest();
    int outside = 0;
    for (Map<String, String> row : rows) {
      String text = row.getOrDefault(dataset.timestampColumn().columnName(), "");
      if (!interval.contains(instant(format, text))) {
        outside++;
      }
    }
    if (outside > 0) {
      throw new Trouble(
          outside + " of " + rows.size() + " rows are not of the interval of their folder",
          "Such rows are left out: check the zone (now " + zone + ") and the ETL job");
    }
    return rows.size() + " rows read with " + format.pattern() + ", all of their interval";
  }

  private Instant instant(TimestampFormat format, String text) {
    try {
      return format.parse(text, zone);
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new Trouble(
          "'" + text + "' does not match " + format.pattern(),
          "Correct timestamp.format in the file");
    }
  }

  private String quotas() {
    IntervalFiles files = files();
    Rows rows = rows();
    long series = rows.combinations(dataset.dimensionList()) * dataset.metricList().size();
    check("files", files.files().size(), length.maxFiles(), "Let the ETL job write fewer files");
    check("records", rows.values().size(), length.maxRecords(), "Aggregate before writing");
    check("bytes", files.bytes(), MAX_BYTES, "Aggregate before writing");
    check("series", series, length.maxTimeSeries(), "Use fewer dimensions or measures");
    return "%d of %d files, %d of %d records, %d of %d series"
        .formatted(
            files.files().size(),
            length.maxFiles(),
            rows.values().size(),
            length.maxRecords(),
            series,
            length.maxTimeSeries());
  }

  private static void check(String what, long number, long most, String fix) {
    if (number > most) {
      throw new Trouble(number + " " + what + " in an interval; " + most + " are allowed", fix);
    }
  }

  private String offset() {
    Instant written =
        files().files().stream()
            .map(S3Object::lastModified)
            .max(Instant::compareTo)
            .orElseThrow(() -> new Skipped(NO_FILES));
    Duration late = Duration.between(newest().end(), written);
    String words =
        "the last file came "
            + late.toSeconds()
            + " s after the interval, the offset is "
            + waited().toSeconds()
            + " s";
    if (late.compareTo(waited()) > 0) {
      throw new Trouble(
          words,
          "Files after the offset are not read: set detector.dataset.offset to "
              + (late.toSeconds() + 60)
              + "s, or write sooner");
    }
    return words;
  }
}
