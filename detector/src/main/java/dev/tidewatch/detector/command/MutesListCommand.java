package dev.tidewatch.detector.command;

import dev.tidewatch.detector.server.MuteBench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is muted. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows the mutes that have not run out: id, end, detector, measure, part, giver.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class MutesListCommand implements Runnable {
  @Mixin private MuteStore store;

  @Parameters(paramLabel = "DETECTOR", arity = "0..1", description = "Default: all detectors.")
  private @Nullable String detector;

  @Override
  public void run() {
    store.use(
        (bench, out) -> {
          List<MuteBench.Named> mutes = detector == null ? bench.all() : bench.of(detector);
          mutes.forEach(mute -> out.println(MuteStore.line(mute)));
          if (mutes.isEmpty()) {
            out.println("nothing is muted");
          }
        });
  }
}
