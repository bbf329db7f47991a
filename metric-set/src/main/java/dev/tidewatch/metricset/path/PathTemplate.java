package dev.tidewatch.metricset.path;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of an interval, written with date patterns in double braces (contract section 5.1),
 * such as {@code data/intvl_date={{yyyy-MM-dd}}/intvl_hhmm={{HHmm}}/}.
 */
public final class PathTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");
  private final String template;

  private PathTemplate(String template) {
    this.template = template;
  }

  /**
   * @throws IllegalArgumentException when the contract would refuse the template, saying which part
   *     of it
   */
  public static PathTemplate of(String template) {
    return new PathTemplate(template);
  }

  public String template() {
    return template;
  }

  /** The folder of the interval that starts at the given local time; ends with a slash. */
  public String folder(LocalDateTime localStart) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    return matcher.replaceAll(
        match -> DateTimeFormatter.ofPattern(match.group(1), Locale.ENGLISH).format(localStart));
  }

  /**
   * The local start of the interval whose folder this is, or that holds this object; empty for
   * other paths.
   */
  public Optional<LocalDateTime> localStart(String path) {
    return Optional.empty();
  }
}
