package dev.tidewatch.detector.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an event away. */
@Command(
    name = "rm",
    mixinStandardHelpOptions = true,
    description = "Takes an event away. One that is not there any more is no error.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class EventsRemoveCommand implements Runnable {
  @Mixin private EventStore store;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who wants it. Default: the user of this machine.")
  private String giver;

  @Parameters(paramLabel = "ID", description = "The event's id, as 'events ls' shows it.")
  private long id;

  @Override
  public void run() {
    store.use(
        (bench, out) ->
            out.println((bench.delete(id, giver) ? "removed " : "there is no event ") + id));
  }
}
