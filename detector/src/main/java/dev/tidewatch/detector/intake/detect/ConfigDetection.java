package dev.tidewatch.detector.intake.detect;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.s3.S3Objects;
import dev.tidewatch.detector.intake.s3.S3Objects.Entry;
import dev.tidewatch.detector.intake.s3.S3Refusal;
import dev.tidewatch.detector.intake.text.RawRows;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedCsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedField;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedFileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedJsonFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;

/** Finds out how files are written and how often they come (contract section 6.5). */
public final class ConfigDetection {
  private static final int JSON_ROWS = 100;

  private final S3Objects objects;
  private final SampleFiles files;

  public ConfigDetection(S3Objects objects, Clock clock) {
    this.objects = requireNonNull(objects, "objects");
    this.files = new SampleFiles(objects, clock);
  }

  /**
   * Looks into the newest file of a continuous path, and at when the others came.
   *
   * @param path with its placeholders
   * @return empty when there is no file
   * @throws IllegalArgumentException when the path is none
   */
  public Optional<DetectedMetricSetConfig> ofContinuousPath(String path) throws S3Refusal {
    PathTemplate template = IntakePaths.template(path);
    List<Entry> found = files.alongPath(template);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<IntervalLength> length = IntervalGuess.ofFolders(template, found);
    Optional<Long> offset = length.flatMap(known -> IntervalGuess.offset(template, found, known));
    boolean areMany = IntervalGuess.areMany(found);
    DetectedField offsetField =
        offset
            .map(
                seconds ->
                    DetectedFields.number(
                        seconds, areMany, "when files were there, taking folders as UTC"))
            .orElseGet(() -> DetectedFields.unknown("the files do not tell when they came"));
    return Optional.of(
        config(text(found), interval(length, areMany, "from the folders"), offsetField));
  }

  /**
   * Looks into a file of a historical path.
   *
   * @return empty when there is no file
   */
  public Optional<DetectedMetricSetConfig> ofHistoricalPath(S3Address path) throws S3Refusal {
    List<Entry> found = files.inHistory(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    SampleText text = text(found);
    Optional<IntervalLength> length = IntervalGuess.ofColumns(rows(text));
    return Optional.of(
        config(
            text,
            interval(length, false, "from the times in the records"),
            DetectedFields.unknown("a historical path does not tell when files come")));
  }

  private SampleText text(List<Entry> found) throws S3Refusal {
    S3Address newest = found.get(found.size() - 1).address();
    return SampleText.of(objects.beginning(newest, SampleText.MOST_BYTES));
  }

  private static DetectedField interval(
      Optional<IntervalLength> length, boolean isCertain, String message) {
    return length
        .map(known -> DetectedFields.text(known.name(), isCertain, message))
        .orElseGet(() -> DetectedFields.unknown("no interval can be told"));
  }

  private static List<List<String>> rows(SampleText text) {
    return isJson(text)
        ? RawRows.json(text.text(), JSON_ROWS).stream()
            .map(row -> List.copyOf(row.values()))
            .toList()
        : CsvGuess.of(text.text()).rows().stream().skip(1).toList();
  }

  private static boolean isJson(SampleText text) {
    return text.text().stripLeading().startsWith("{") && !RawRows.json(text.text(), 1).isEmpty();
  }

  private static DetectedMetricSetConfig config(
      SampleText text, DetectedField interval, DetectedField offset) {
    DetectedFileFormatDescriptor format =
        isJson(text)
            ? DetectedFileFormatDescriptor.builder().jsonFormatDescriptor(json(text)).build()
            : DetectedFileFormatDescriptor.builder().csvFormatDescriptor(csv(text)).build();
    return DetectedMetricSetConfig.builder()
        .metricSetFrequency(interval)
        .offset(offset)
        .metricSource(source -> source.s3SourceConfig(s3 -> s3.fileFormatDescriptor(format)))
        .build();
  }

  private static DetectedField compression(SampleText text) {
    return DetectedFields.text(text.gzip() ? "GZIP" : "NONE", true, "from the file's first bytes");
  }

  private static DetectedField charset(SampleText text) {
    return DetectedFields.text(
        text.charset().name(),
        text.charsetIsCertain(),
        text.charsetIsCertain()
            ? "all bytes are of it"
            : "not UTF-8; one of the one-byte charsets");
  }

  private static DetectedJsonFormatDescriptor json(SampleText text) {
    return DetectedJsonFormatDescriptor.builder()
        .fileCompression(compression(text))
        .charset(charset(text))
        .build();
  }

  private static DetectedCsvFormatDescriptor csv(SampleText text) {
    CsvGuess guess = CsvGuess.of(text.text());
    boolean header = guess.dialect().header();
    return DetectedCsvFormatDescriptor.builder()
        .fileCompression(compression(text))
        .charset(charset(text))
        .containsHeader(
            DetectedFields.text(
                Boolean.toString(header),
                guess.headerIsCertain(),
                header ? "the first row has no number" : "the first row has a number"))
        .delimiter(
            DetectedFields.text(
                Character.toString(guess.dialect().delimiter()),
                guess.regular(),
                guess.regular() ? "all rows have as many columns" : "rows differ in their columns"))
        .headerList(
            header && !guess.rows().isEmpty()
                ? DetectedFields.texts(
                    guess.rows().get(0), guess.headerIsCertain(), "the first row")
                : DetectedFields.unknown("the file has no header: name its columns in order"))
        .quoteSymbol(
            DetectedFields.text(
                guess.dialect().quote().map(String::valueOf).orElse(""),
                guess.quoteSeen(),
                guess.quoteSeen() ? "fields are in it" : "no field is in quotes"))
        .build();
  }
}
