package dev.tidewatch.detector.command;

import dev.tidewatch.detector.events.EventFilter;
import dev.tidewatch.detector.events.EventTime;
import dev.tidewatch.detector.events.Kind;
import dev.tidewatch.detector.events.NotedEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what was noted. */
@Command(
    name = "ls",
    mixinStandardHelpOptions = true,
    description = "Shows events, the latest first: id, time, kind, title, detector, part, giver.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class EventsListCommand implements Runnable {
  private static final int MOST = 1_000;
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  @Mixin private EventStore store;

  @Option(names = "--kind", paramLabel = "KIND", description = "Only of this kind.")
  private String kind = "";

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      description = "Only those that concern this one.")
  private String detector = "";

  @Option(names = "--since", paramLabel = "TIME", description = "Only from then on.")
  private String since = "1970-01-01";

  @Override
  public void run() {
    Optional<Kind> wanted = kind.isEmpty() ? Optional.empty() : Optional.of(Kind.of(kind));
    Instant from = EventTime.read(since, ZoneOffset.UTC).start();
    store.use(
        (bench, out) -> {
          List<NotedEvent> events =
              bench.list(new EventFilter(from, LATEST, bench.detector(detector), wanted, ""), MOST);
          events.forEach(event -> out.println(EventStore.line(event)));
          if (events.isEmpty()) {
            out.println("no events were noted");
          }
        });
  }
}
