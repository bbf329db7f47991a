package dev.tidewatch.detector.intake.detect;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.s3.S3Refusal;
import dev.tidewatch.detector.intake.text.RawRows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows the first rows of a file, so that people can say which column is what. */
public final class SampleData {
  private static final int ROWS = 20;

  private final S3Objects objects;
  private final SampleFiles files;

  public SampleData(S3Objects objects, Clock clock) {
    this.objects = requireNonNull(objects, "objects");
    this.files = new SampleFiles(objects, clock);
  }

  /**
   * The columns of a file and its first rows, each as long as the columns.
   *
   * @param object the file
   */
  public record Sample(S3Address object, List<String> columns, List<List<String>> rows) {
    public Sample {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Looks into the newest file of a continuous path.
   *
   * @param path with its placeholders
   * @return empty when there is no file
   * @throws IllegalArgumentException when the path is none
   */
  public Optional<Sample> ofContinuousPath(String path, FileFormat format) throws S3Refusal {
    return last(files.alongPath(IntakePaths.template(path)), format);
  }

  /**
   * Looks into a file of a historical path.
   *
   * @return empty when there is no file
   */
  public Optional<Sample> ofHistoricalPath(S3Address path, FileFormat format) throws S3Refusal {
    return last(files.inHistory(path), format);
  }

  private Optional<Sample> last(List<Entry> found, FileFormat format) throws S3Refusal {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    S3Address object = found.get(found.size() - 1).address();
    byte[] bytes = objects.beginning(object, SampleText.MOST_BYTES);
    String text = SampleText.of(bytes, format.gzip(), format.charset()).text();
    return Optional.of(
        format instanceof FileFormat.Csv csv ? csv(object, text, csv) : json(object, text));
  }

  private static Sample csv(S3Address object, String text, FileFormat.Csv format) {
    boolean header = format.dialect().header();
    List<List<String>> rows = RawRows.csv(text, format.dialect(), header ? ROWS + 1 : ROWS);
    List<String> columns = header && !rows.isEmpty() ? rows.get(0) : format.columns();
    return new Sample(
        object,
        columns,
        rows.stream().skip(header ? 1 : 0).map(row -> fitted(row, columns.size())).toList());
  }

  private static List<String> fitted(List<String> row, int columns) {
    List<String> fitted = new ArrayList<>(row.subList(0, Math.min(columns, row.size())));
    while (fitted.size() < columns) {
      fitted.add("");
    }
    return fitted;
  }

  private static Sample json(S3Address object, String text) {
    List<Map<String, String>> rows = RawRows.json(text, ROWS);
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(row.keySet()));
    return new Sample(
        object,
        List.copyOf(keys),
        rows.stream()
            .map(row -> keys.stream().map(key -> row.getOrDefault(key, "")).toList())
            .toList());
  }
}
