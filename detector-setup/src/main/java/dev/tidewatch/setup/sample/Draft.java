package dev.tidewatch.setup.sample;

import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A first file for what a sample holds; its comments say what was seen, and how sure that is. */
public final class Draft {
  private final Origin origin;
  private final Sample sample;
  private final Roles roles;
  private final List<PathTemplate> templates;
  private final IntervalLength interval;
  private final YamlLines yaml = new YamlLines();

  private Draft(Origin origin, Sample sample) {
    this.origin = origin;
    this.sample = sample;
    this.roles = Roles.of(sample, origin.isStream());
    List<PathTemplate> all = origin.paths();
    this.interval = interval(roles, all);
    this.templates =
        all.stream().filter(template -> template.ambiguity(interval).isEmpty()).toList();
  }

  /** Not shorter than what the likeliest path tells apart. */
  private static IntervalLength interval(Roles roles, List<PathTemplate> templates) {
    IntervalLength length = roles.times().interval();
    for (IntervalLength longer : IntervalLength.values()) {
      boolean unclear = !templates.isEmpty() && templates.get(0).ambiguity(length).isPresent();
      length = unclear && longer.compareTo(length) > 0 ? longer : length;
    }
    return length;
  }

  /**
   * The file's text.
   *
   * @throws IllegalStateException when the sample lacks times or numbers
   */
  public static String of(Origin origin, Sample sample) {
    return new Draft(origin, sample).write();
  }

  private String write() {
    yaml.comment(
        "Drafted from %d rows of %s. Read the comments, change what is wrong, then:",
        sample.rows(), origin.text());
    yaml.comment("  detector-setup validate -f FILE && detector-setup plan -f FILE");
    yaml.line(0, "name", origin.name());
    if (origin.isStream()) {
      stream();
    }
    timestamp();
    dimensions();
    measures();
    interval();
    if (origin.isStream()) {
      yaml.blank();
      yaml.comment("Where the ETL job writes the interval files: choose the bucket.");
      yaml.line(0, "output");
      yaml.line(1, "location", "s3://" + bucketName() + "/streaming-csv");
    } else {
      source();
    }
    alert();
    return yaml.text();
  }

  private String bucketName() {
    return origin.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + "-data";
  }

  private void stream() {
    yaml.blank();
    yaml.line(0, "stream");
    yaml.line(1, "name", origin.place());
    yaml.blank();
    Optional<CsvDialect> csv = sample.csv();
    yaml.comment(
        csv.isPresent()
            ? "CSV without names: they are made up, so give the columns better ones here and below."
            : "JSON, an object a record.");
    yaml.line(0, "records");
    yaml.line(1, "format", csv.isPresent() ? "CSV" : "JSON");
    csv.ifPresent(
        dialect -> {
          yaml.list(1, "columns", sample.columns().stream().map(Column::name).toList());
          yaml.line(1, "delimiter", String.valueOf(dialect.delimiter()));
          yaml.line(1, "quote", dialect.quote().map(String::valueOf).orElse(""));
        });
  }

  private void timestamp() {
    Times times = roles.times();
    yaml.blank();
    yaml.comment(
        "All %d values read as %s, such as %s.",
        times.times().size(), times.format(), times.column().values().get(0));
    if (!times.otherReadings().isEmpty()) {
      yaml.comment(
          "Not sure: they also read as %s.", String.join(" or as ", times.otherReadings()));
    }
    yaml.line(0, "timestamp");
    named(1, "column", times.column());
    yaml.line(1, "format", times.format().pattern());
    yaml.comment("A guess: the zone of times that name none.");
    yaml.line(1, "zone", "UTC");
  }

  /** Where a column cannot be called as in the sample, the field it is in. */
  private void named(int depth, String key, Column column) {
    String name = legal(column);
    yaml.line(depth, key, name);
    if (!name.equals(column.name())) {
      yaml.line(depth, "field", column.name());
    }
  }

  private static String legal(Column column) {
    if (ColumnName.parse(column.name()).isPresent()) {
      return column.name();
    }
    String name = column.name().replaceAll("[^A-Za-z0-9_-]", "_").replaceFirst("^[_-]+", "");
    return name.isEmpty() ? "column" : name.substring(0, Math.min(63, name.length()));
  }

  private void dimensions() {
    roles.others().forEach((name, why) -> yaml.comment("Left out: %s, %s.", name, why));
    if (roles.dimensions().isEmpty()) {
      return;
    }
    yaml.blank();
    yaml.comment(
        "Texts of few values: at most %,d series with what was seen, of %,d a detector takes.",
        roles.series(), interval.maxTimeSeries());
    if (!roles.fits(interval)) {
      yaml.comment("That is too many: take out what nobody looks at.");
    }
    yaml.line(0, "dimensions");
    for (Column column : roles.dimensions()) {
      List<String> values = column.distinct();
      yaml.comment(
          "%d values: %s",
          values.size(), values.stream().limit(8).collect(Collectors.joining(", ")));
      entry(column, false);
    }
  }

  private void measures() {
    yaml.blank();
    yaml.comment("Numbers in all rows. SUM adds up what happened, AVG takes the mean of levels.");
    yaml.line(0, "measures");
    roles.measures().forEach(column -> entry(column, true));
  }

  private void entry(Column column, boolean measure) {
    List<String> keys = new ArrayList<>();
    String name = legal(column);
    keys.add("name: " + YamlLines.quoted(name));
    if (!name.equals(column.name())) {
      keys.add("field: " + YamlLines.quoted(column.name()));
    }
    if (measure) {
      keys.add("aggregation: " + (Roles.isAveraged(column) ? "AVG" : "SUM"));
    }
    yaml.raw("  - {" + String.join(", ", keys) + "}");
  }

  private void interval() {
    yaml.blank();
    yaml.comment(
        "%s",
        roles
            .times()
            .distance()
            .map(distance -> "The closest times are " + distance.toSeconds() + " s apart.")
            .orElse("A guess: all rows have one time."));
    yaml.line(0, "interval", interval.name());
  }

  private void source() {
    yaml.blank();
    yaml.line(0, "detector");
    if (origin.kind() == Origin.Kind.OBJECT && templates.isEmpty()) {
      yaml.comment("No folder of the object's key holds a date: it is taken for past data.");
      yaml.line(1, "activation", "backtest");
    }
    yaml.line(1, "dataset");
    yaml.line(2, "source");
    yaml.line(3, "s3");
    path();
    format();
  }

  private void path() {
    if (origin.kind() == Origin.Kind.FILE) {
      yaml.comment("Made up: where in S3 such files come, interval by interval.");
      yaml.line(4, "path", "s3://" + bucketName() + "/{{yyyyMMdd}}/{{HHmm}}/");
    } else if (templates.isEmpty()) {
      int folder = origin.key().lastIndexOf('/') + 1;
      yaml.line(4, "history", "s3://" + origin.place() + "/" + origin.key().substring(0, folder));
    } else {
      yaml.line(4, "path", templates.get(0).template());
      templates.stream()
          .skip(1)
          .limit(9)
          .forEach(template -> yaml.comment("or path: %s", template.template()));
    }
  }

  private void format() {
    yaml.line(4, sample.csv().isPresent() ? "csv" : "json");
    yaml.line(5, "compression", sample.gzip() ? "GZIP" : "NONE");
    yaml.line(5, "charset", "UTF-8");
    sample
        .csv()
        .ifPresent(
            csv -> {
              if (sample.namesMadeUp()) {
                yaml.comment("No header seen: the names are made up, give better ones everywhere.");
                yaml.raw("          header: false");
                yaml.list(5, "columns", sample.columns().stream().map(Column::name).toList());
              } else {
                yaml.raw("          header: true");
              }
              yaml.line(5, "delimiter", String.valueOf(csv.delimiter()));
              yaml.line(5, "quote", csv.quote().map(String::valueOf).orElse(""));
            });
  }

  private void alert() {
    yaml.blank();
    yaml.comment("Who is told, once somebody shall be:");
    yaml.comment("alert:");
    yaml.comment("  threshold: 70");
    yaml.comment("  topic: %s-anomalies", origin.name());
    yaml.comment("  subscribers: [{protocol: email, endpoint: oncall@example.com}]");
  }
}
