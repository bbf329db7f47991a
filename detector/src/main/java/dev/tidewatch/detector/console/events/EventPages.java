package dev.tidewatch.detector.console.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.CsvTable;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Rejected;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.EventFilter;
import dev.tidewatch.detector.events.EventRefused;
import dev.tidewatch.detector.events.EventTime;
import dev.tidewatch.detector.events.EventWish;
import dev.tidewatch.detector.events.Kind;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What people noted: the list, to take away as well, and how an event is noted and taken away. */
public final class EventPages {
  private static final String PATH = "/events";
  private static final String TEMPLATE = "events.jte";
  private static final String TITLE = "Events";
  private static final int ROWS = 25;
  private static final int MOST = 10_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> FIELDS =
      List.of("kind", "title", "at", "until", "detector", "parts");

  /** What is planned is shown as well, unless an end is asked for. */
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private final Database database;

  public EventPages(Database database) {
    this.database = requireNonNull(database, "database");
  }

  public void show(Visit visit) {
    View view = visit.view();
    Map<String, String> proposed =
        Map.of(
            "kind",
            Kind.DEPLOY.label(),
            "detector",
            view.detector(),
            "at",
            proposedTime(visit),
            "parts",
            String.join("\n", view.query().all("dim")));
    visit.show(TEMPLATE, Place.EVENTS, TITLE, board(visit, proposed, ""));
  }

  /** As its field has it, on the clocks of the zone; now, where the URL names no other. */
  private static String proposedTime(Visit visit) {
    Instant asked;
    try {
      asked = EventTime.read(visit.asked("at"), visit.view().zone()).start();
    } catch (EventRefused none) {
      asked = visit.now();
    }
    return LocalDateTime.ofInstant(asked, visit.view().zone())
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private EventBoard board(Visit visit, Map<String, String> entered, String wrong) {
    View view = visit.view();
    Times times = new Times(view.zone(), view.now());
    return database.read(
        handle -> {
          EventFilter filter = filter(handle, visit);
          return new EventBoard(
              EventBook.list(handle, filter, (view.page() - 1) * ROWS, ROWS).stream()
                  .map(event -> row(event, times))
                  .toList(),
              PageLinks.of(view, PATH, ROWS, EventBook.count(handle, filter)),
              filter.kind().map(Kind::label).orElse(""),
              Detectors.page(handle, 0, Integer.MAX_VALUE).stream().map(Detector::name).toList(),
              entered,
              wrong);
        });
  }

  /** Nothing concerns a detector that is not there. */
  private static EventFilter filter(Handle handle, Visit visit) {
    View view = visit.view();
    long detector =
        view.detector().isEmpty()
            ? 0
            : Detectors.find(handle, view.detector()).map(Detector::id).orElse(-1L);
    return new EventFilter(
        view.range().from(),
        view.isLive() ? LATEST : view.range().to(),
        detector,
        Kind.find(visit.asked("kind")),
        view.text());
  }

  private static EventBoard.Row row(NotedEvent event, Times times) {
    return new EventBoard.Row(
        event.id(),
        event.start().toString(),
        times.span(event.start(), event.end()),
        event.kind().label(),
        Headline.name(event.title()),
        event.what().detector(),
        Headline.scope(event.what().scope()),
        Headline.name(event.giver()),
        event.start().isAfter(times.now()));
  }

  private List<NotedEvent> listed(Visit visit) {
    return database.read(handle -> EventBook.list(handle, filter(handle, visit), 0, MOST));
  }

  /** As {@code detector events import} reads it. */
  public void csv(Visit visit) {
    CsvTable table =
        new CsvTable("time", "end", "kind", "title", "detector", "where", "by", "noted");
    for (NotedEvent event : listed(visit)) {
      table.row(
          event.start(),
          event.what().time().isMoment() ? "" : event.end(),
          event.kind().label(),
          event.title(),
          event.what().detector(),
          parts(event.what().scope()),
          event.giver(),
          event.noted());
    }
    visit.download("events.csv", "text/csv; charset=utf-8", table.bytes());
  }

  private static String parts(Scope scope) {
    return scope.values().entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining(";"));
  }

  public void json(Visit visit) {
    ArrayNode all = JSON.createArrayNode();
    for (NotedEvent event : listed(visit)) {
      ObjectNode one =
          all.addObject()
              .put("id", event.id())
              .put("time", event.start().toString())
              .put("end", event.end().toString())
              .put("kind", event.kind().label())
              .put("title", event.title())
              .put("detector", event.what().detector())
              .put("by", event.giver())
              .put("noted", event.noted().toString());
      ObjectNode where = one.putObject("where");
      event.what().scope().values().forEach(where::put);
    }
    visit.download("events.json", "application/json", all.toPrettyString().getBytes(UTF_8));
  }

  /** What the page's own form asks for. */
  public void add(Visit visit) {
    Map<String, String> entered = new HashMap<>();
    FIELDS.forEach(field -> entered.put(field, visit.field(field)));
    try {
      EventWish wish = wish(visit);
      String giver = visit.visitor().name();
      boolean added = database.write(handle -> EventBook.note(handle, wish, giver, visit.now()));
      visit.leadBack(
          PATH,
          Notice.done(
              "%s %s “%s”."
                  .formatted(
                      added ? "Noted:" : "Known already:", wish.kind().label(), wish.title())));
    } catch (EventRefused refused) {
      String sentence = Headline.capital(String.valueOf(refused.getMessage())) + ".";
      throw new Rejected(
          ApiError.refused("ValidationException", 400, sentence),
          again ->
              again.showAgain(
                  TEMPLATE, Place.EVENTS, TITLE, List.of(), board(again, entered, sentence)));
    }
  }

  private static EventWish wish(Visit visit) {
    String at = visit.field("at");
    return new EventWish(
        EventTime.read(
            at.isEmpty() ? visit.now().truncatedTo(ChronoUnit.SECONDS).toString() : at,
            visit.field("until"),
            visit.view().zone()),
        Kind.of(visit.field("kind")),
        visit.field("title"),
        visit.field("detector"),
        EventWish.scope(visit.field("parts").lines().toList()));
  }

  /** Takes one away. */
  public void delete(Visit visit) {
    String id = visit.field("id");
    boolean deleted =
        id.matches("\\d{1,18}")
            && database.write(handle -> EventBook.delete(handle, Long.parseLong(id)));
    visit.leadBack(
        PATH,
        deleted
            ? Notice.done("The event was taken away.")
            : Notice.refused("This event is not there any more."));
  }
}
