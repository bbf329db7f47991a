package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.OutputLocation;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The section {@code output}. */
final class OutputSection {
  private static final List<String> KEYS = List.of("location", "layout");
  private static final String LOCATION_REMEDY =
      "Use s3://bucket/prefix or file:///folder, of letters, digits, _ - / and =";
  private static final String LAYOUT_REMEDY =
      "Use a layout such as " + OutputLocation.DEFAULT_LAYOUT + ", in quotes when it begins with {";

  private final @Nullable IntervalLength interval;

  /**
   * @param interval what the layout must tell apart; null when it is a problem itself
   */
  OutputSection(@Nullable IntervalLength interval) {
    this.interval = interval;
  }

  Optional<OutputLocation> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(this::readKeys);
  }

  private Optional<OutputLocation> readKeys(YamlMapping keys) {
    PathTemplate layout =
        keys.optional("layout")
            .flatMap(this::readLayout)
            .orElseGet(() -> PathTemplate.of(OutputLocation.DEFAULT_LAYOUT));
    return keys.required("location", "location: s3://my-bucket/streaming-csv")
        .flatMap(value -> readLocation(value, layout));
  }

  private static Optional<OutputLocation> readLocation(YamlValue value, PathTemplate layout) {
    return value.as(
        text -> new OutputLocation(URI.create(withoutSlashAtEnd(text)), layout), LOCATION_REMEDY);
  }

  private static String withoutSlashAtEnd(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private Optional<PathTemplate> readLayout(YamlValue value) {
    Optional<PathTemplate> layout = value.as(OutputSection::relative, LAYOUT_REMEDY);
    if (layout.isPresent() && interval != null) {
      layout
          .get()
          .ambiguity(interval)
          .ifPresent(
              flaw ->
                  value.problem(
                      "the layout cannot tell intervals of " + interval + " apart: it " + flaw,
                      LAYOUT_REMEDY));
    }
    return layout;
  }

  private static PathTemplate relative(String text) {
    if (text.startsWith("s3://")) {
      throw new IllegalArgumentException("'" + text + "' names a bucket, which location does");
    }
    return PathTemplate.of(text);
  }
}
