package dev.tidewatch.detector.events;

import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.csv.CsvLine;
import dev.tidewatch.metricset.csv.MalformedCsv;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A CSV file of events: its first line names the columns {@code time}, {@code kind} and {@code
 * title}, and, where one likes, {@code end}, {@code detector} and {@code where}, such as {@code
 * marketplace:uk;platform:web}. All its mistakes are told at once.
 */
public final class EventList {
  private static final int MOST = 10_000;
  private static final int MOST_TOLD = 20;
  private static final List<String> NEEDED = List.of("time", "kind", "title");
  private static final Set<String> KNOWN =
      Set.of("time", "kind", "title", "end", "detector", "where", "by", "noted");

  private final ZoneId zone;
  private final List<EventWish> wishes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> columns = List.of();

  private EventList(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param zone of times that name none
   * @throws EventRefused when something in it cannot be understood: each with its line
   */
  public static List<EventWish> read(String csv, ZoneId zone) {
    EventList list = new EventList(zone);
    list.readAll(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    return List.copyOf(list.wishes);
  }

  private void readAll(String csv) {
    List<String> lines = csv.lines().toList();
    for (int i = 0; i < lines.size() && problems.size() <= MOST_TOLD; i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      try {
        readLine(line);
      } catch (EventRefused | MalformedCsv wrong) {
        problems.add("line %d: %s".formatted(i + 1, wrong.getMessage()));
        if (columns.isEmpty()) {
          break; // without columns no line can be understood
        }
      }
    }
    if (columns.isEmpty() && problems.isEmpty()) {
      problems.add("there is no line in it; the first names the columns time,kind,title");
    }
    if (!problems.isEmpty()) {
      throw new EventRefused(
          String.join("\n", problems.subList(0, Math.min(MOST_TOLD, problems.size()))));
    }
  }

  private void readLine(String line) {
    List<String> fields = CsvLine.fields(line, CsvDialect.RFC_4180);
    if (columns.isEmpty()) {
      columns = header(fields);
      return;
    }
    if (fields.size() != columns.size()) {
      throw new EventRefused(
          "it has %d fields, the first line %d".formatted(fields.size(), columns.size()));
    }
    if (wishes.size() == MOST) {
      throw new EventRefused("a list has %,d events at most".formatted(MOST));
    }
    wishes.add(
        new EventWish(
            EventTime.read(field(fields, "time"), field(fields, "end"), zone),
            Kind.of(field(fields, "kind")),
            field(fields, "title"),
            field(fields, "detector"),
            EventWish.scope(List.of(field(fields, "where").split(";")))));
  }

  private static List<String> header(List<String> fields) {
    List<String> names =
        fields.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (String needed : NEEDED) {
      if (!names.contains(needed)) {
        throw new EventRefused(
            "there is no column '%s'; the first line names the columns time,kind,title"
                .formatted(needed));
      }
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!KNOWN.contains(name) || !seen.add(name)) {
        throw new EventRefused(
            "column '%s' is not known, or there twice; use time, end, kind, title, detector, where"
                .formatted(name));
      }
    }
    return names;
  }

  /** What stands there, without what a spreadsheet was kept from taking for a formula by. */
  private String field(List<String> fields, String column) {
    int place = columns.indexOf(column);
    String field = place < 0 ? "" : fields.get(place).strip();
    return field.matches("'[=+\\-@].*") ? field.substring(1) : field;
  }
}
