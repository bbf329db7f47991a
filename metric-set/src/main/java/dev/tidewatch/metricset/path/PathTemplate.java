package dev.tidewatch.metricset.path;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.TemplatePart.Field;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of an interval, written with date patterns in double braces (contract section 5.1),
 * such as {@code data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/}. It is the whole of {@code
 * s3://bucket/…}, or a layout below some location.
 *
 * <p>The letters are {@code y} year, {@code Y} week year, {@code M} month (7, 07, Jul, July),
 * {@code d} day, {@code a} AM or PM, {@code H} hour 0 to 23, {@code k} hour 1 to 24 (beside an
 * {@code a}: 0 to 11), {@code h} hour 1 to 12, {@code m} minute, {@code s} second. What they are
 * filled with is the start of the interval, as the clock of the data's zone shows it.
 *
 * <p>Immutable. Two templates are equal when they are the same text but for a slash at the end.
 */
public final class PathTemplate {
  private final String template;
  private final List<TemplatePart> parts;
  private final Set<DateField> fields;
  private final long depth;

  private PathTemplate(String template, List<TemplatePart> parts) {
    this.template = template;
    this.parts = parts;
    this.fields = EnumSet.noneOf(DateField.class);
    for (TemplatePart part : parts) {
      if (part instanceof Field field) {
        fields.add(field.field());
      }
    }
    this.depth = slashes(template);
  }

  /**
   * The template of a text, with or without a slash at its end.
   *
   * @throws IllegalArgumentException when the contract would refuse the template, saying which part
   *     of it and why
   */
  public static PathTemplate of(String template) {
    List<TemplatePart> parts = TemplateParser.parse(requireNonNull(template, "template"));
    if (template.endsWith("/")) {
      return new PathTemplate(template, parts);
    }
    List<TemplatePart> closed = new ArrayList<>(parts);
    closed.add(new TemplatePart.Literal("/"));
    return new PathTemplate(template + "/", List.copyOf(closed));
  }

  /** The text of the template; ends with a slash. */
  public String template() {
    return template;
  }

  /**
   * The folder of the interval that starts at the given local time; ends with a slash.
   *
   * @throws IllegalArgumentException for years that do not have four digits
   */
  public String folder(LocalDateTime localStart) {
    if (localStart.getYear() < 1000 || localStart.getYear() > 9999) {
      throw new IllegalArgumentException(
          "no folder for " + localStart + ": its year does not have four digits");
    }
    StringBuilder folder = new StringBuilder(template.length() + 8);
    for (TemplatePart part : parts) {
      part.render(localStart, fields.contains(DateField.HALF_DAY), folder);
    }
    return folder.toString();
  }

  /**
   * The local start of the interval whose folder this is, or that holds this object directly; empty
   * for all other paths, and for a folder that more than one time could have. Two-digit years are
   * those of 2000 to 2099; a time of day the template does not hold is midnight, or the full hour.
   *
   * @param path a folder with or without a slash at its end, or an object; relative when the
   *     template is
   */
  public Optional<LocalDateTime> localStart(String path) {
    return folderOf(path)
        .flatMap(
            folder -> {
              List<LocalDateTime> times =
                  new PathReading(parts, folder)
                      .candidates().stream().filter(time -> isFolderOf(time, folder)).toList();
              return times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty();
            });
  }

  /**
   * The intervals whose folder this is, or that this object belongs to, in order of time: one for
   * most folders; two where the clock is set back and shows their start twice; none for all other
   * paths. Unlike {@link #localStart} it knows the days whose midnight the clock skips.
   */
  public List<Interval> intervals(String path, IntervalCalendar calendar) {
    Optional<String> folder = folderOf(path);
    Optional<LocalDateTime> start = localStart(path);
    if (folder.isEmpty() || start.isEmpty()) {
      return List.of();
    }
    ZonedDateTime first = start.get().atZone(calendar.zone());
    return Stream.of(first, first.withLaterOffsetAtOverlap())
        .map(time -> calendar.intervalOf(time.toInstant()))
        .flatMap(interval -> Stream.of(interval, calendar.after(interval)))
        .filter(interval -> isFolderOf(calendar.localStart(interval), folder.get()))
        .distinct()
        .sorted()
        .toList();
  }

  private boolean isFolderOf(LocalDateTime time, String folder) {
    return time.getYear() >= 1000 && time.getYear() <= 9999 && folder(time).equals(folder);
  }

  private Optional<String> folderOf(String path) {
    long slashes = slashes(path);
    if (slashes == depth) {
      return Optional.of(path.substring(0, path.lastIndexOf('/') + 1));
    }
    return slashes == depth - 1 && !path.endsWith("/") ? Optional.of(path + "/") : Optional.empty();
  }

  private static long slashes(String path) {
    return path.chars().filter(character -> character == '/').count();
  }

  /** Whether every interval of this length has a folder of its own, from which it can be told. */
  public boolean determines(IntervalLength length) {
    return ambiguity(length).isEmpty();
  }

  /**
   * Why the template cannot tell intervals of this length apart, as the end of a sentence that
   * begins with "it": {@code has no minute (m)}; empty when it can.
   */
  public Optional<String> ambiguity(IntervalLength length) {
    if (!fields.contains(DateField.YEAR)) {
      return Optional.of(
          fields.contains(DateField.WEEK_YEAR)
              ? "has a week year (Y), which two 31 Decembers may share, but no year (y)"
              : "has no year (y)");
    }
    if (!fields.contains(DateField.MONTH)) {
      return Optional.of("has no month (M)");
    }
    if (!fields.contains(DateField.DAY)) {
      return Optional.of("has no day (d)");
    }
    if (fields.contains(DateField.HALF_DAY_HOUR) && !hasHour()) {
      return Optional.of("has an hour of half a day (h) but no AM or PM (a)");
    }
    if (length != IntervalLength.P1D && !hasHour()) {
      return Optional.of("has no hour (H)");
    }
    if (length.duration().compareTo(Duration.ofHours(1)) < 0
        && !fields.contains(DateField.MINUTE)) {
      return Optional.of("has no minute (m)");
    }
    return runTogether();
  }

  private boolean hasHour() {
    return fields.contains(DateField.HOUR)
        || fields.contains(DateField.CLOCK_HOUR)
        || (fields.contains(DateField.HALF_DAY_HOUR) && fields.contains(DateField.HALF_DAY));
  }

  /** Of {@code {{Md}}} nobody can say whether 111 is 1 November or 11 January. */
  private Optional<String> runTogether() {
    int variable = 0;
    for (TemplatePart part : parts) {
      if (!part.isDigits()) {
        variable = 0;
      } else if (part.isVariable() && ++variable > 1) {
        return Optional.of("has numbers of one or two digits side by side: double their letters");
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate that && template.equals(that.template);
  }

  @Override
  public int hashCode() {
    return template.hashCode();
  }

  @Override
  public String toString() {
    return template;
  }
}
