package dev.tidewatch.generator;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.generator.command.AnomalyOptions;
import dev.tidewatch.generator.command.FaultOptions;
import dev.tidewatch.generator.command.GeneratorRun;
import dev.tidewatch.generator.command.SampleRun;
import dev.tidewatch.generator.command.SinkOptions;
import dev.tidewatch.generator.command.StopSignal;
import dev.tidewatch.generator.command.TimeOptions;
import dev.tidewatch.generator.sample.AwsSample;
import dev.tidewatch.generator.scenario.Ecommerce;
import dev.tidewatch.generator.series.DimensionValues;
import dev.tidewatch.generator.sink.SinkException;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The command line of the generator. */
@Command(
    name = "generator",
    mixinStandardHelpOptions = true,
    version = "generator 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Makes records of a web shop, or of any metric set, with daily and weekly season, anomalies"
          + " one knows of and faults one asks for. The same seed makes the same values, whenever it"
          + " is run, wherever it starts and however fast it goes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  Two weeks for a look, with the truth beside them:",
      "    generator --backfill 14d --out shop.csv --labels truth.csv",
      "  Two weeks into a stream, then live, with a bad moment in ten minutes:",
      "    generator --stream shop --create-stream --backfill 14d --then-live \\",
      "      --anomaly 'all[marketplace=uk]*0.2@now+10m/15m'",
      "  Live, fifty records a second, some late, some twice:",
      "    generator --stream shop --rate 50/s --late-rate 0.01 \\",
      "      --duplicate-rate 0.01",
      "  A day in a quarter of an hour:",
      "    generator --stream shop --backfill 1d --speed 100x",
      "  Records of a metric set of your own, a day of them:",
      "    generator -f checkout.yaml --backfill 1d --out checkout.jsonl",
      "  The data AWS published, to the last byte:",
      "    generator --scenario aws-sample --out ecommerce.csv"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was sent",
      "1:it could not all be sent",
      "2:the options are wrong",
      "130:interrupted; what was made is sent"
    })
public final class GeneratorCommand implements Callable<Integer> {
  private static final int STOP_SECONDS = 15;

  private enum Scenario {
    ecommerce,
    awsSample
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The metric set, a YAML file. Default: that of samples/ecommerce.yaml.")
  private @Nullable Path file;

  @Option(
      names = "--scenario",
      paramLabel = "ecommerce|aws-sample",
      defaultValue = "ecommerce",
      converter = ScenarioConverter.class,
      description =
          "A web shop, or the e-commerce data AWS published with Lookout for Metrics. Default:"
              + " ${DEFAULT-VALUE}.")
  private Scenario scenario = Scenario.ecommerce;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where all that looks random comes from. Default: 7; of the AWS sample 1234.")
  private @Nullable Long seed;

  @Option(
      names = "--values",
      paramLabel = "DIMENSION=V,V",
      description = "The values of a dimension, such as marketplace=us,uk. May be repeated.")
  private List<String> values = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors.")
  private boolean quiet;

  @ArgGroup(exclusive = false, heading = "%nWhere to:%n")
  private SinkOptions sinks = new SinkOptions();

  @ArgGroup(exclusive = false, heading = "%nWhen:%n")
  private TimeOptions time = new TimeOptions();

  @ArgGroup(exclusive = false, heading = "%nAnomalies:%n")
  private AnomalyOptions anomalies = new AnomalyOptions();

  @ArgGroup(exclusive = false, heading = "%nFaults:%n")
  private FaultOptions faults = new FaultOptions();

  private final Clock clock;
  private final StopSignal stop;

  GeneratorCommand(Clock clock, StopSignal stop) {
    this.clock = clock;
    this.stop = stop;
  }

  public static void main(String[] arguments) {
    StopSignal stop = new StopSignal();
    Interruption interruption = Interruption.of(stop, STOP_SECONDS);
    int exitCode = commandLine(Clock.systemUTC(), stop).execute(arguments);
    interruption.finished();
    System.exit(exitCode);
  }

  static CommandLine commandLine(Clock clock, StopSignal stop) {
    return new CommandLine(new GeneratorCommand(clock, stop))
        .setParameterExceptionHandler((exception, arguments) -> refused(exception))
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> failed(exception, commandLine));
  }

  @Override
  public Integer call() {
    CommandLine commandLine = requireNonNull(spec, "spec").commandLine();
    try {
      generate(commandLine.getErr());
      return ExitCode.OK;
    } catch (IllegalArgumentException | InvalidYamlFile e) {
      throw new ParameterException(commandLine, message(e), e);
    }
  }

  private void generate(PrintWriter err) {
    MetricSet metricSet = file == null ? Ecommerce.metricSet() : MetricSetFile.read(file);
    if (scenario == Scenario.awsSample) {
      long sampleSeed = seed == null ? AwsSample.PUBLISHED_SEED : seed;
      new SampleRun(sampleSeed, time, sinks).run(metricSet.stream(), err);
    } else {
      new GeneratorRun(
              metricSet,
              dimensionValues(),
              seed == null ? 7 : seed,
              time,
              anomalies,
              faults,
              sinks,
              quiet)
          .run(clock, stop, err);
    }
  }

  private DimensionValues dimensionValues() {
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    for (String text : values) {
      String[] pair = text.split("=", 2);
      if (pair.length != 2) {
        throw new IllegalArgumentException(
            "'" + text + "' is no DIMENSION=V,V; write one like marketplace=us,uk");
      }
      chosen.put(pair[0].strip(), List.of(pair[1].split(",", -1)));
    }
    return new DimensionValues(chosen);
  }

  /** One sentence, not the whole help: what is wrong would be out of sight above it. */
  private static int refused(ParameterException exception) {
    PrintWriter err = exception.getCommandLine().getErr();
    err.println("generator: " + message(exception));
    CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("Try 'generator --help'.");
    return ExitCode.USAGE;
  }

  /** One sentence; only what nobody foresaw comes with its trace. */
  private static int failed(Exception exception, CommandLine commandLine) throws Exception {
    if (exception instanceof SinkException
        || exception instanceof SdkException
        || exception instanceof UncheckedIOException) {
      commandLine.getErr().println("generator: " + message(exception));
      return ExitCode.SOFTWARE;
    }
    throw exception;
  }

  private static String message(Exception exception) {
    String message = exception.getMessage();
    return message == null ? exception.toString() : message;
  }

  /** The scenarios as people write them. */
  static final class ScenarioConverter implements CommandLine.ITypeConverter<Scenario> {
    private static final Map<String, Scenario> BY_NAME =
        Map.of("ecommerce", Scenario.ecommerce, "aws-sample", Scenario.awsSample);

    @Override
    public Scenario convert(String value) {
      Scenario scenario = BY_NAME.get(value);
      if (scenario == null) {
        throw new CommandLine.TypeConversionException(
            "'" + value + "' is no scenario; use ecommerce or aws-sample");
      }
      return scenario;
    }
  }
}
