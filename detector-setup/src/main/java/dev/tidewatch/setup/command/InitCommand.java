package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.sample.Draft;
import dev.tidewatch.setup.sample.Origin;
import dev.tidewatch.setup.sample.Sample;
import dev.tidewatch.setup.sample.SampleText;
import dev.tidewatch.setup.sample.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a file from a sample of the data. */
@Command(
    name = "init",
    description = {
      "Drafts a file from a sample of the data: CSV or JSON lines, compressed or not. Its comments say what was seen"
          + " and how sure that is.",
      ""
    })
public final class InitCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();

  @ArgGroup(multiplicity = "1")
  private final Place place = new Place();

  /** Where the sample is. */
  private static final class Place {
    @Parameters(paramLabel = "SAMPLE", description = "A file as they come to S3.")
    private @Nullable Path file;

    @Option(
        names = "--stream",
        paramLabel = "NAME",
        required = true,
        description = "A Kinesis stream, whose oldest records are read.")
    private @Nullable String stream;

    @Option(
        names = "--s3",
        paramLabel = "s3://BUCKET/KEY",
        required = true,
        description = "An object in S3; its key says what the path may be.")
    private @Nullable String object;
  }

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write it there, unless something is there. Default: standard output.")
  private @Nullable Path to;

  @Option(names = "--force", description = "Write over what is there.")
  private boolean force;

  @Override
  public Integer call() {
    if (to != null && !force && Files.exists(to)) {
      throw alreadyThere(to);
    }
    String draft = draft();
    BlueprintFile.read(draft, "the draft");
    if (to == null) {
      frame.out().print(draft);
      frame.out().flush();
    } else {
      write(to, draft);
    }
    return ExitCode.OK;
  }

  private String draft() {
    if (place.file != null) {
      return draft(
          new Origin(Origin.Kind.FILE, place.file.toString(), ""), Samples.ofFile(place.file));
    }
    try (Clients clients = new Clients()) {
      if (place.stream != null) {
        return draft(
            new Origin(Origin.Kind.STREAM, place.stream, ""),
            Samples.ofStream(clients, place.stream));
      }
      Origin origin = object();
      return draft(origin, Samples.ofObject(clients, origin.place(), origin.key()));
    }
  }

  private Origin object() {
    String text = String.valueOf(place.object);
    String[] parts = text.replaceFirst("^s3://", "").split("/", 2);
    if (!text.startsWith("s3://") || parts.length < 2 || parts[1].isEmpty()) {
      throw frame.mistake("'" + text + "' is no object: write it as s3://bucket/key");
    }
    return new Origin(Origin.Kind.OBJECT, parts[0], parts[1]);
  }

  private static String draft(Origin origin, SampleText text) {
    return Draft.of(origin, Sample.of(text, origin.isStream()));
  }

  private void write(Path file, String draft) {
    StandardOpenOption how = force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
    try {
      Files.writeString(
          file, draft, UTF_8, how, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (FileAlreadyExistsException raced) {
      throw alreadyThere(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    frame.err().println("wrote " + file);
    frame.err().flush();
  }

  private static IllegalStateException alreadyThere(Path file) {
    return new IllegalStateException(
        file + " is there already: choose another name, or add --force");
  }
}
