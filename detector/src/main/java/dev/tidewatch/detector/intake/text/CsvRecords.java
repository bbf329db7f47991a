package dev.tidewatch.detector.intake.text;

import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.detector.intake.RowFault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file (contract section 5.3). Columns come in any order, others are ignored.
 * A record with fewer fields than columns lacks the last ones; one with more, and any of these not
 * empty, is malformed: a delimiter within it was not quoted. Empty lines are no records.
 */
final class CsvRecords implements Records {
  private static final int UNWANTED = -1;

  private final CharWindow window;
  private final CsvScanner scanner;
  private final List<String> wanted;
  private final Field[] fields;
  private final int[] from;
  private final int[] to;
  private final boolean[] doubled;

  /** For each field its place among the wanted; null until the header is read. */
  private int @Nullable [] places;

  private boolean tooManyFields;
  private @Nullable RowFault fault;

  CsvRecords(Reader reader, FileFormat.Csv format, List<String> wanted) throws IOException {
    this.window = new CharWindow(reader);
    this.scanner = new CsvScanner(window, format.dialect());
    this.wanted = wanted;
    this.fields = new Field[wanted.size()];
    Arrays.setAll(fields, i -> new Field());
    this.from = new int[wanted.size()];
    this.to = new int[wanted.size()];
    this.doubled = new boolean[wanted.size()];
    window.skipByteOrderMark();
    places = format.dialect().header() ? null : placesIn(format.columns());
  }

  private int[] placesIn(List<String> columns) throws UnusableFile {
    int[] found = new int[columns.size()];
    Arrays.setAll(found, i -> wanted.indexOf(columns.get(i)));
    for (String name : wanted) {
      long count = columns.stream().filter(name::equals).count();
      if (count != 1) {
        throw UnusableFile.ofHeader(
            count == 0
                ? "has no column '" + name + "', but " + shown(columns)
                : "has " + count + " columns '" + name + "'");
      }
    }
    return found;
  }

  private static String shown(List<String> columns) {
    String text = String.join(", ", columns);
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  @Override
  public boolean next() throws IOException {
    if (places == null) {
      Optional<List<String>> header = readHeader();
      if (header.isEmpty()) {
        return false;
      }
      places = placesIn(header.get());
    }
    if (!scanner.next()) {
      return false;
    }
    read(places);
    return true;
  }

  private Optional<List<String>> readHeader() throws IOException {
    if (!scanner.next()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    RowFault wrong =
        scanner.read((number, start, end, hasDoubled) -> names.add(text(start, end, hasDoubled)));
    if (wrong != null) {
      throw UnusableFile.ofHeader("has a header that is " + wrong.description());
    }
    return Optional.of(names);
  }

  private String text(int start, int end, boolean hasDoubled) {
    return hasDoubled
        ? new String(scanner.undoubled(start, end)).strip()
        : new String(window.chars(), window.index(start), end - start).strip();
  }

  private void read(int[] placeOf) throws IOException {
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
    tooManyFields = false;
    fault =
        scanner.read(
            (number, start, end, hasDoubled) -> take(placeOf, number, start, end, hasDoubled));
    if (fault == null && tooManyFields) {
      fault = RowFault.MALFORMED;
    }
  }

  private void take(int[] placeOf, int number, int start, int end, boolean hasDoubled) {
    if (number >= placeOf.length) {
      tooManyFields |= end > start;
      return;
    }
    int place = placeOf[number];
    if (place != UNWANTED) {
      from[place] = start;
      to[place] = end;
      doubled[place] = hasDoubled;
    }
  }

  @Override
  public Optional<RowFault> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public Field column(int column) {
    Field field = fields[column];
    if (from[column] == to[column]) {
      field.clear();
    } else if (doubled[column]) {
      char[] text = scanner.undoubled(from[column], to[column]);
      field.set(text, 0, text.length);
    } else {
      field.set(window.chars(), window.index(from[column]), window.index(to[column]));
    }
    return field;
  }
}
