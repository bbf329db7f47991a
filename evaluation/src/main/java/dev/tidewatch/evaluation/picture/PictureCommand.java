package dev.tidewatch.evaluation.picture;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.evaluation.folder.Folders;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./evaluate picture}. */
@Command(
    name = "picture",
    description = {
      "Draws what the engine says about a series: values, expected band, severity, and every"
          + " alert. Where labels lie beside the data, also what was found, missed and falsely"
          + " alerted. The page is one file of HTML that needs nothing else."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./evaluate picture --data data --results results --series kpi/cmd/app1-02",
      "  ./evaluate picture --data data --results results --set kpi/cmd --worst 10 -o worst.html"
    })
public final class PictureCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Option(
      names = "--series",
      paramLabel = "SET/SERIES",
      description = "The series, such as kpi/cmd/app1-02 or nab/realTweets/Twitter_volume_FB.")
  private @Nullable String series;

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "Instead of a series a set, such as kpi/cmd, with --worst.")
  private @Nullable String set;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Of a set, how many of its missed events (those that stand out most) and of its false"
              + " alerts (the most severe). Default: ${DEFAULT-VALUE}.")
  private int worst;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the page goes. Default: pictures/NAME.html in the folder of results.")
  private @Nullable Path out;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    Gallery gallery = new Gallery(folders.data());
    if ((series == null) == (set == null)) {
      throw new IllegalArgumentException("give either --series SET/SERIES or --set SET");
    }
    if (worst < 1) {
      throw new IllegalArgumentException("--worst is 1 or more, not " + worst);
    }
    String page;
    Path file;
    if (series != null) {
      SeriesAddress address = SeriesAddress.named(folders.data(), series);
      page = gallery.series(address);
      file = target(address.text());
    } else {
      String chosen = requireNonNull(set, "set");
      page = gallery.worst(chosen, worst);
      file = target(chosen + "-worst");
    }
    Gallery.write(file, page);
    frame.out().println(file);
    return ExitCode.OK;
  }

  private Path target(String name) {
    return out == null ? folders.results().resolve("pictures").resolve(name + ".html") : out;
  }
}
