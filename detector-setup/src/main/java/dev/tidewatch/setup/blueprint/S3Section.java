package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.JsonFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** The section {@code detector.dataset.source.s3} (contract section 5). */
final class S3Section {
  private static final List<String> KEYS = List.of("path", "history", "role", "csv", "json");
  private static final List<String> CSV_KEYS =
      List.of("compression", "charset", "header", "columns", "delimiter", "quote");
  private static final List<String> JSON_KEYS = List.of("compression", "charset");
  private static final List<String> COMPRESSIONS = List.of("NONE", "GZIP");
  private static final int MAX_PATH = 1024;
  private static final int MAX_COLUMNS = 1000;
  private static final Pattern PATH = Pattern.compile("s3://[a-zA-Z0-9_\\-/ {}=]+");
  private static final Pattern HISTORY = Pattern.compile("s3://[a-z0-9].+");

  private final Measured measured;
  private final Activation activation;

  /**
   * @param measured what the files must hold
   * @param activation whether the files of intervals to come are needed, or those of the past
   */
  S3Section(Measured measured, Activation activation) {
    this.measured = measured;
    this.activation = activation;
  }

  /** What the ETL job writes. */
  static FileFormatDescriptor usualFormat() {
    return csv(
        CsvFormatDescriptor.builder()
            .fileCompression("NONE")
            .charset("UTF-8")
            .containsHeader(true)
            .delimiter(",")
            .quoteSymbol("\"")
            .build());
  }

  private static FileFormatDescriptor csv(CsvFormatDescriptor csv) {
    return FileFormatDescriptor.builder().csvFormatDescriptor(csv).build();
  }

  Optional<S3SourceConfig> read(YamlValue section) {
    return section.mapping(KEYS).map(this::readKeys);
  }

  private S3SourceConfig readKeys(YamlMapping keys) {
    S3SourceConfig.Builder config = S3SourceConfig.builder();
    keys.optional("path").flatMap(this::readPath).ifPresent(config::templatedPathList);
    keys.optional("history")
        .flatMap(S3Section::readHistory)
        .ifPresent(config::historicalDataPathList);
    checkPaths(keys);
    Texts.role(keys).ifPresent(config::roleArn);
    return config.fileFormatDescriptor(readFormat(keys)).build();
  }

  private void checkPaths(YamlMapping keys) {
    boolean backtest = activation == Activation.BACKTEST;
    if (backtest && keys.optional("history").isEmpty()) {
      keys.place()
          .problem(
              "a backtest runs over 'history', which is missing",
              "Add history: s3://bucket/history/");
    }
    if (backtest && keys.optional("path").isPresent()) {
      keys.optional("path")
          .ifPresent(
              path ->
                  path.problem(
                      "a backtest never becomes continuous, so it has no 'path'",
                      "Take it out, or use activation: continuous"));
    }
    if (!backtest && keys.optional("path").isEmpty() && keys.optional("history").isEmpty()) {
      keys.place()
          .problem(
              "'path' is missing", "Add it, for example path: s3://bucket/{{yyyyMMdd}}/{{HHmm}}/");
    }
  }

  private Optional<String> readPath(YamlValue value) {
    return value
        .as(
            text -> Optional.of(text).filter(path -> fits(PATH, path)),
            "path a detector can read",
            "Use s3://bucket/folder/{{yyyyMMdd}}/{{HHmm}}/ of letters, digits, _ - / = spaces and"
                + " braces: no dots, not even in the bucket's name")
        .filter(path -> isTemplate(value, path));
  }

  private boolean isTemplate(YamlValue value, String path) {
    String remedy =
        "Placeholders are date patterns in double braces, such as {{yyyyMMdd}}/{{HHmm}}";
    Optional<String> flaw =
        value
            .attempt(() -> PathTemplate.of(path), remedy)
            .flatMap(template -> template.ambiguity(measured.interval()));
    flaw.ifPresent(
        text ->
            value.problem(
                "the path cannot tell intervals of " + measured.interval() + " apart: it " + text,
                remedy));
    return flaw.isEmpty();
  }

  private static Optional<String> readHistory(YamlValue value) {
    return value.as(
        text -> Optional.of(text).filter(path -> fits(HISTORY, path)),
        "path of past data",
        "Use s3://bucket/folder/, whose files are read, not those of folders below it");
  }

  private static boolean fits(Pattern pattern, String path) {
    return path.length() <= MAX_PATH && pattern.matcher(path).matches();
  }

  private FileFormatDescriptor readFormat(YamlMapping keys) {
    Optional<YamlValue> json = keys.optional("json");
    Optional<YamlValue> csv = keys.optional("csv");
    if (json.isPresent() && csv.isPresent()) {
      json.get().problem("the files are either csv or json", "Keep one of the two");
    }
    if (json.isPresent()) {
      return json.flatMap(value -> value.mapping(JSON_KEYS))
          .map(S3Section::readJson)
          .orElseGet(S3Section::usualFormat);
    }
    return csv.flatMap(value -> value.mapping(CSV_KEYS))
        .map(this::readCsv)
        .orElseGet(S3Section::usualFormat);
  }

  private static FileFormatDescriptor readJson(YamlMapping keys) {
    return FileFormatDescriptor.builder()
        .jsonFormatDescriptor(
            JsonFormatDescriptor.builder()
                .fileCompression(compression(keys))
                .charset(charset(keys))
                .build())
        .build();
  }

  private FileFormatDescriptor readCsv(YamlMapping keys) {
    CsvFormatDescriptor.Builder csv =
        CsvFormatDescriptor.builder()
            .fileCompression(compression(keys))
            .charset(charset(keys))
            .containsHeader(keys.optional("header").flatMap(YamlValue::flag).orElse(true))
            .delimiter(keys.optional("delimiter").flatMap(S3Section::oneCharacter).orElse(","))
            .quoteSymbol(keys.optional("quote").flatMap(S3Section::atMostOne).orElse("\""));
    List<String> columns = keys.optional("columns").map(this::columns).orElse(List.of());
    if (!columns.isEmpty()) {
      csv.headerList(columns);
    }
    boolean headless = Boolean.FALSE.equals(csv.build().containsHeader());
    if (headless && columns.isEmpty()) {
      keys.place()
          .problem("files without a header need 'columns'", "Add columns: [event_time, views]");
    }
    return csv(csv.build());
  }

  private static String compression(YamlMapping keys) {
    return keys.optional("compression")
        .flatMap(value -> Texts.word(value, "compression", COMPRESSIONS))
        .orElse("NONE");
  }

  private static String charset(YamlMapping keys) {
    return keys.optional("charset")
        .flatMap(
            value ->
                value.as(
                    text -> Optional.of(text).filter(S3Section::isCharset),
                    "character set",
                    "Use UTF-8, ISO-8859-1 or another name the IANA knows"))
        .orElse("UTF-8");
  }

  private static boolean isCharset(String text) {
    try {
      return Charset.isSupported(text);
    } catch (IllegalCharsetNameException unspeakable) {
      return false;
    }
  }

  private static Optional<String> oneCharacter(YamlValue value) {
    return single(value, 1, "Use one character in quotes, such as ',' or \"\\t\"");
  }

  private static Optional<String> atMostOne(YamlValue value) {
    return single(value, 0, "Use one character in quotes, or '' for none");
  }

  private static Optional<String> single(YamlValue value, int least, String remedy) {
    Optional<String> text = value.anyText(remedy);
    boolean lineBreak = text.filter(symbol -> symbol.matches("[\\r\\n]")).isPresent();
    if (text.isPresent() && (text.get().length() > 1 || text.get().length() < least || lineBreak)) {
      value.problem(
          lineBreak ? "a line break ends a record" : "'" + text.get() + "' is not one character",
          remedy);
      return Optional.empty();
    }
    return text;
  }

  private List<String> columns(YamlValue section) {
    List<String> columns =
        section
            .list(1, MAX_COLUMNS, "List the columns in the order of the files")
            .orElse(List.of())
            .stream()
            .flatMap(
                value ->
                    value
                        .as(
                            ColumnName::parse,
                            "column name",
                            "Use 1 to 63 letters, digits, _ and -, the first a letter or digit")
                        .stream())
            .toList();
    if (!columns.isEmpty() && !columns.containsAll(measured.columnNames())) {
      section.problem(
          "lacks "
              + measured.columnNames().stream()
                  .filter(name -> !columns.contains(name))
                  .collect(Collectors.joining(", ")),
          "List every column of the files; timestamp, dimensions and measures are among them");
    }
    return columns;
  }
}
