package dev.tidewatch.consolecheck.check;

import dev.tidewatch.consolecheck.browser.Chromium;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.consolecheck.world.WorldKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the console's figures. */
@Command(
    name = "console-check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Looks at the console through a browser and prints what it is like, as Markdown.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all targets are kept", "1:one is missed, or a page breaks a rule"})
public final class ConsoleCheckCommand implements Callable<Integer> {
  /** Each page is loaded so often. */
  private static final int LOADS = 7;

  @Option(
      names = "--screenshots",
      paramLabel = "FOLDER",
      description = "Puts a picture of every page in every way of looking there.")
  private @Nullable Path screenshots;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "pages, browser or server; several with commas. All without it.")
  private List<String> only = List.of("pages", "browser", "server");

  @Option(
      names = "--page",
      split = ",",
      paramLabel = "PAGE",
      description = "Looks at these pages only: ${COMPLETION-CANDIDATES}.")
  private List<ConsolePage> pages = Arrays.asList(ConsolePage.values());

  @Option(
      names = "--world",
      split = ",",
      paramLabel = "KIND",
      description = "Looks at the pages of these worlds: ${COMPLETION-CANDIDATES}.")
  private List<WorldKind> worlds = List.of(WorldKind.SHOP);

  @Option(
      names = "--calls",
      defaultValue = "200",
      description = "How often the server is asked for each page; ${DEFAULT-VALUE}.")
  private int calls = 200;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new ConsoleCheckCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (screenshots != null) {
      Files.createDirectories(screenshots);
    }
    boolean good = true;
    try (Chromium chromium = Chromium.start()) {
      say(chromium.version() + ", Java " + System.getProperty("java.version"));
      if (only.contains("pages")) {
        for (WorldKind kind : worlds) {
          good &= survey(chromium, kind);
        }
      }
      if (only.contains("browser") || only.contains("server")) {
        good &= speed(chromium);
      }
    }
    return good ? 0 : 1;
  }

  private boolean speed(Chromium chromium) {
    boolean good = true;
    try (World world = World.start(WorldKind.LARGE, temporary(), 0)) {
      if (only.contains("browser")) {
        good &= table("In the browser", new BrowserSpeed(chromium, world, LOADS).measure());
      }
      if (only.contains("server")) {
        ServerSpeed server = new ServerSpeed(world, calls);
        good &= table("The server's pages, 5,000 series and 2,500 intervals", server.pages());
        good &= table("The database's answers to them", server.questions());
      }
    }
    return good;
  }

  private boolean table(String title, List<Measure> measures) {
    title(title);
    say("| what | target | measured | |");
    say("|---|---|---|---|");
    measures.forEach(each -> say(each.line()));
    return measures.stream().allMatch(Measure::kept);
  }

  private boolean survey(Chromium chromium, WorldKind kind) {
    title("Pages of the world " + kind);
    say("| page | look | status | violations of WCAG 2.2 A, AA | too wide | complaints |");
    say("|---|---|---:|---:|---:|---:|");
    boolean good = true;
    try (World world = World.start(kind, temporary(), 0)) {
      Survey survey =
          new Survey(
              chromium,
              world,
              kind.name().toLowerCase(Locale.ROOT),
              Optional.ofNullable(screenshots));
      List<Look> looks =
          List.of(Look.WIDE, Look.WIDE.inTheDark(), Look.NARROW, Look.NARROW.inTheDark());
      for (Look look : looks) {
        for (Survey.Finding finding :
            survey.pages(pages.stream().filter(page -> page.isIn(kind)).toList(), List.of(look))) {
          say(finding.line());
          finding.tooWide().forEach(each -> say("  - too wide: " + each));
          finding.violations().forEach(each -> say("  - " + each));
          finding.complaints().forEach(each -> say("  - " + each));
          good &= finding.good();
        }
      }
    }
    return good;
  }

  private void title(String title) {
    say("");
    say("## " + title);
    say("");
  }

  private void say(String line) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets this");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("console-check");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
