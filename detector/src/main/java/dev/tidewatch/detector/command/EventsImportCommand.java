package dev.tidewatch.detector.command;

import dev.tidewatch.detector.events.EventList;
import dev.tidewatch.detector.events.EventWish;
import dev.tidewatch.detector.server.EventBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes the events of a file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Notes all events of a CSV file, or none when a line of it is wrong. Its first line names the",
      "columns: time, kind, title, and perhaps end, detector, where (marketplace:uk;platform:web).",
      "What is known already is not noted again."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class EventsImportCommand implements Runnable {
  @Mixin private EventStore store;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of times that name none, and of dates. Default: UTC.")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who says so. Default: the user of this machine.")
  private String giver;

  @Parameters(paramLabel = "FILE", description = "Such as holidays.csv.")
  private Path file;

  @Override
  public void run() {
    List<EventWish> wishes = EventList.read(text(), zone);
    store.use(
        (bench, out) -> {
          EventBench.Taken taken = bench.note(wishes, giver);
          out.printf("noted %d, known already %d%n", taken.added(), taken.known());
        });
  }

  private String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      throw new UncheckedIOException("there is no file " + file, none);
    } catch (CharacterCodingException other) {
      throw new UncheckedIOException(file + " is not UTF-8", other);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
