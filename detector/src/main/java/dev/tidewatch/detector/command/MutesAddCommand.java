package dev.tidewatch.detector.command;

import dev.tidewatch.detector.alerting.Mute;
import dev.tidewatch.detector.server.MuteBench;
import dev.tidewatch.scoring.cube.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mutes something. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Mutes a detector, or one measure or part of it, until a time. The same part muted again is",
      "the same mute with a new end."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class MutesAddCommand implements Runnable {
  @Mixin private MuteStore store;

  @Option(names = "--measure", paramLabel = "NAME", description = "Default: all measures.")
  private String measure = "";

  @Option(
      names = "--dimension",
      paramLabel = "NAME=VALUE",
      description = "A part: may be given several times. Default: all parts.")
  private final Map<String, String> dimensions = new LinkedHashMap<>();

  @ArgGroup(multiplicity = "1")
  private End end;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who wants it. Default: the user of this machine.")
  private String giver;

  @Parameters(paramLabel = "DETECTOR", description = "The detector's name.")
  private String detector;

  /** Until when. */
  static final class End {
    @Option(
        names = "--until",
        paramLabel = "TIME",
        description = "When it ends, such as 2026-11-20T18:00:00Z.")
    private @Nullable Instant until;

    @Option(names = "--for", paramLabel = "DURATION", description = "How long, such as PT1H.")
    private @Nullable Duration length;

    Instant time() {
      return until != null ? until : Instant.now().plus(length == null ? Duration.ZERO : length);
    }
  }

  @Override
  public void run() {
    store.use(
        (bench, out) -> {
          Mute mute = bench.set(detector, measure, new Scope(dimensions), end.time(), giver);
          out.println(MuteStore.line(new MuteBench.Named(detector, mute)));
        });
  }
}
