package dev.tidewatch.setup.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import dev.tidewatch.metricset.csv.MalformedCsv;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.Blueprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** The first rows of a file: whether they have the columns, and whether these can be read. */
final class RowsCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clients clients;
  private final Blueprint blueprint;
  private final IntervalLength length;

  RowsCheck(Clients clients, Blueprint blueprint, IntervalLength length) {
    this.clients = clients;
    this.blueprint = blueprint;
    this.length = length;
  }

  List<Finding> look(String bucket, String key, boolean past) {
    int most = past ? 10_000 : length.maxRecords() + 1;
    try (InputStream object = clients.s3().getObject(request -> request.bucket(bucket).key(key));
        InputStream bytes = isGzip() ? new GZIPInputStream(object) : object;
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, charset()))) {
      return judged(key, rows(lines, most), past);
    } catch (MalformedCsv | JsonProcessingException malformed) {
      return List.of(
          Finding.poorData(
              key + " is not what the file says: " + malformed.getMessage(),
              "Compare format, delimiter and quote with the rows"));
    } catch (IOException unreadable) {
      return List.of(
          Finding.poorData(
              key + " cannot be read: " + unreadable.getMessage(),
              "Compare compression and charset with what the file says"));
    }
  }

  private FileFormatDescriptor format() {
    return blueprint.dataset().metricSource().s3SourceConfig().fileFormatDescriptor();
  }

  private boolean isGzip() {
    String compression =
        format().csvFormatDescriptor() != null
            ? format().csvFormatDescriptor().fileCompressionAsString()
            : format().jsonFormatDescriptor().fileCompressionAsString();
    return "GZIP".equals(compression);
  }

  private Charset charset() {
    String name =
        format().csvFormatDescriptor() != null
            ? format().csvFormatDescriptor().charset()
            : format().jsonFormatDescriptor().charset();
    return Charset.forName(Optional.ofNullable(name).orElse("UTF-8"));
  }

  private List<Map<String, String>> rows(BufferedReader lines, int most)
      throws IOException, MalformedCsv {
    return format().csvFormatDescriptor() != null
        ? csvRows(lines, format().csvFormatDescriptor(), most)
        : jsonRows(lines, most);
  }

  private static List<Map<String, String>> csvRows(
      BufferedReader lines, CsvFormatDescriptor csv, int most) throws IOException, MalformedCsv {
    String quote = Optional.ofNullable(csv.quoteSymbol()).orElse("");
    CsvDialect dialect =
        new CsvDialect(
            Optional.ofNullable(csv.delimiter()).orElse(",").charAt(0),
            quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0)),
            true);
    List<String> columns = csv.headerList();
    if (!Boolean.FALSE.equals(csv.containsHeader())) {
      String header = lines.readLine();
      columns = header == null ? List.of() : CsvLine.fields(header, dialect);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line = lines.readLine();
        line != null && rows.size() < most;
        line = lines.readLine()) {
      rows.add(row(columns, CsvLine.fields(line, dialect)));
    }
    if (rows.isEmpty()) {
      rows.add(row(columns, columns.stream().map(column -> "").toList()));
    }
    return rows;
  }

  private static Map<String, String> row(List<String> columns, List<String> fields) {
    Map<String, String> row = new HashMap<>();
    for (int index = 0; index < Math.min(columns.size(), fields.size()); index++) {
      row.put(columns.get(index), fields.get(index));
    }
    return row;
  }

  private static List<Map<String, String>> jsonRows(BufferedReader lines, int most)
      throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line = lines.readLine();
        line != null && rows.size() < most;
        line = lines.readLine()) {
      Map<String, String> row = new HashMap<>();
      JsonNode object = JSON.readTree(line);
      object.properties().forEach(entry -> row.put(entry.getKey(), entry.getValue().asText()));
      rows.add(row);
    }
    return rows;
  }

  private List<Finding> judged(String key, List<Map<String, String>> rows, boolean past) {
    List<Finding> findings = new ArrayList<>();
    Set<String> missing = new HashSet<>(wantedColumns().toList());
    rows.forEach(row -> missing.removeAll(row.keySet()));
    findings.add(
        missing.isEmpty()
            ? Finding.good("its columns are there")
            : Finding.poorData(
                key + " has no column " + String.join(", ", missing),
                "It has " + String.join(", ", rows.isEmpty() ? Set.of() : rows.get(0).keySet())));
    timestamps(rows).ifPresent(findings::add);
    if (!past && rows.size() > length.maxRecords()) {
      findings.add(
          Finding.poorData(
              "more than " + length.maxRecords() + " rows in one file",
              "A detector reads at most that many an interval: add them up first"));
    }
    long series = rows.stream().map(this::combination).distinct().count() * measures();
    findings.add(
        series <= length.maxTimeSeries()
            ? Finding.good(rows.size() + " rows looked at, " + series + " time series in them")
            : Finding.poorData(
                series + " time series in " + rows.size() + " rows",
                "A detector of this interval has at most " + length.maxTimeSeries()));
    return findings;
  }

  private long measures() {
    return blueprint.dataset().metricList().size();
  }

  private String combination(Map<String, String> row) {
    return String.join(
        "\u0000",
        blueprint.dataset().dimensionList().stream()
            .map(dimension -> row.getOrDefault(dimension, ""))
            .toList());
  }

  private Stream<String> wantedColumns() {
    Stream<String> measures = blueprint.dataset().metricList().stream().map(Metric::metricName);
    Stream<String> time =
        Stream.ofNullable(blueprint.dataset().timestampColumn()).map(column -> column.columnName());
    return Stream.of(measures, blueprint.dataset().dimensionList().stream(), time)
        .flatMap(names -> names);
  }

  private Optional<Finding> timestamps(List<Map<String, String>> rows) {
    if (blueprint.dataset().timestampColumn() == null) {
      return Optional.empty();
    }
    String column = blueprint.dataset().timestampColumn().columnName();
    TimestampFormat format =
        TimestampFormat.of(blueprint.dataset().timestampColumn().columnFormat());
    ZoneId zone = ZoneId.of(Optional.ofNullable(blueprint.dataset().timezone()).orElse("UTC"));
    return rows.stream()
        .map(row -> row.getOrDefault(column, ""))
        .filter(text -> !text.isEmpty() && !reads(format, text, zone))
        .findFirst()
        .map(
            text ->
                Finding.poorData(
                    "'" + text + "' is not of the format " + format,
                    "Set timestamp.format to what the rows have"))
        .or(() -> Optional.of(Finding.good("its timestamps are of the format " + format)));
  }

  private static boolean reads(TimestampFormat format, String text, ZoneId zone) {
    try {
      format.parse(text, zone);
      return true;
    } catch (DateTimeException other) {
      return false;
    }
  }
}
