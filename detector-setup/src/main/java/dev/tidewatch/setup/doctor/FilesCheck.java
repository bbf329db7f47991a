package dev.tidewatch.setup.doctor;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The files of the newest interval, as a detector would read them. */
final class FilesCheck implements Check {
  private static final int LOOK_BACK = 12;
  private static final long MOST_BYTES = 200L << 20;

  private final Clients clients;
  private final Blueprint blueprint;
  private final InstantSource clock;

  FilesCheck(Clients clients, Blueprint blueprint, InstantSource clock) {
    this.clients = clients;
    this.blueprint = blueprint;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    Optional<String> live = Paths.live(blueprint);
    try {
      return live.isPresent() ? newest(live.get()) : history();
    } catch (NoSuchBucketException nothing) {
      return List.of();
    }
  }

  private List<Finding> history() {
    return Paths.history(blueprint)
        .map(path -> judged(path, objects(Paths.bucket(path), Paths.prefix(path)), true))
        .orElse(List.of());
  }

  private IntervalLength length() {
    return IntervalLength.parse(blueprint.dataset().metricSetFrequencyAsString())
        .orElseThrow(() -> new IllegalStateException("the file has no interval"));
  }

  private List<Finding> newest(String template) {
    String zone = Optional.ofNullable(blueprint.dataset().timezone()).orElse("UTC");
    IntervalCalendar calendar = new IntervalCalendar(length(), ZoneId.of(zone));
    Duration offset =
        Duration.ofSeconds(Optional.ofNullable(blueprint.dataset().offset()).orElse(0));
    Interval due = calendar.before(calendar.intervalOf(clock.instant().minus(offset)));
    for (int back = 0; back < LOOK_BACK; back++, due = calendar.before(due)) {
      String folder = PathTemplate.of(template).folder(calendar.localStart(due));
      List<S3Object> objects = objects(Paths.bucket(folder), Paths.prefix(folder));
      if (!objects.isEmpty()) {
        List<Finding> findings = new ArrayList<>();
        if (back > 0) {
          findings.add(
              Finding.poorData(
                  "the newest " + back + " due intervals have no files",
                  "Is the job running? Intervals without files are told as missing"));
        }
        findings.addAll(judged(folder, objects, false));
        return findings;
      }
    }
    return List.of(
        Finding.poorData(
            "none of the newest " + LOOK_BACK + " due intervals has files below " + template,
            "Start the job, or compare the path with where it writes"));
  }

  /** Objects directly in a folder, as a detector sees them. */
  private List<S3Object> objects(String bucket, String prefix) {
    return clients
        .s3()
        .listObjectsV2(
            request -> request.bucket(bucket).prefix(prefix).delimiter("/").maxKeys(1000))
        .contents()
        .stream()
        .filter(object -> object.size() > 0)
        .toList();
  }

  private List<Finding> judged(String folder, List<S3Object> objects, boolean past) {
    if (objects.isEmpty()) {
      return List.of(Finding.poorData("there are no files in " + folder, "Put the history there"));
    }
    List<Finding> findings = new ArrayList<>();
    long bytes = objects.stream().mapToLong(S3Object::size).sum();
    String seen = folder + ": " + objects.size() + " files, " + bytes + " bytes";
    if (!past && objects.size() > length().maxFiles()) {
      findings.add(
          Finding.poorData(
              seen, "A detector reads at most " + length().maxFiles() + " files an interval"));
    } else if (!past && bytes > MOST_BYTES) {
      findings.add(Finding.poorData(seen, "A detector reads at most 200 MB an interval"));
    } else {
      findings.add(Finding.good(seen));
    }
    findings.addAll(
        new RowsCheck(clients, blueprint, length())
            .look(Paths.bucket(folder), objects.get(0).key(), past));
    return findings;
  }

  @Override
  public String subject() {
    return "files";
  }

  @Override
  public String remedy() {
    return "Check what the credentials may do: s3:ListBucket, s3:GetObject";
  }
}
