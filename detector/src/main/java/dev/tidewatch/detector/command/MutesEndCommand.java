package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a mute. */
@Command(
    name = "end",
    mixinStandardHelpOptions = true,
    description = "Ends a mute before its time. One that is not there any more is no error.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class MutesEndCommand implements Runnable {
  @Mixin private MuteStore store;

  @Parameters(paramLabel = "ID", description = "The mute's id, as 'mutes list' shows it.")
  private long id;

  @Override
  public void run() {
    store.use((bench, out) -> out.println((bench.end(id) ? "ended " : "there is no mute ") + id));
  }
}
