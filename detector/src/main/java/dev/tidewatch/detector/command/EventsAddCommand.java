package dev.tidewatch.detector.command;

import dev.tidewatch.detector.events.EventTime;
import dev.tidewatch.detector.events.EventWish;
import dev.tidewatch.detector.events.Kind;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Notes an event. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Notes an event, such as a deploy, in one line of the script that makes it. The same again at",
      "the same time is the same event."
    },
    footerHeading = "%nExample%n",
    footer = "  detector events add --kind deploy --title \"shop-api 4.12\" --data detector-data")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class EventsAddCommand implements Runnable {
  @Mixin private EventStore store;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "deploy, campaign, holiday, incident or note.")
  private String kind;

  @Option(
      names = "--title",
      required = true,
      paramLabel = "TEXT",
      description = "What it was, in 120 characters at most.")
  private String title;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When, such as 2026-11-20T17:02:00Z, or a date. Default: now.")
  private String at = "";

  @Option(names = "--until", paramLabel = "TIME", description = "When it ended. Default: at once.")
  private String until = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of times that name none, such as Europe/Berlin. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(names = "--detector", paramLabel = "NAME", description = "Whose. Default: all.")
  private String detector = "";

  @Option(
      names = "--dimension",
      paramLabel = "NAME=VALUE",
      description = "A part it concerns: may be given several times. Default: everything.")
  private final Map<String, String> dimensions = new LinkedHashMap<>();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so. Default: the user of this machine.")
  private String giver;

  @Override
  public void run() {
    String start = at.isBlank() ? Instant.now().truncatedTo(ChronoUnit.SECONDS).toString() : at;
    EventWish wish =
        new EventWish(
            EventTime.read(start, until, zone),
            Kind.of(kind),
            title,
            detector,
            new Scope(dimensions));
    store.use(
        (bench, out) ->
            out.printf(
                "%s: %s %s at %s%n",
                bench.note(List.of(wish), giver).added() == 1 ? "noted" : "known already",
                wish.kind().label(),
                wish.title(),
                wish.time().start()));
  }
}
