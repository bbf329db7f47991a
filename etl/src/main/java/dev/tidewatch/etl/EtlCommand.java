package dev.tidewatch.etl;

import dev.tidewatch.etl.command.AsideCommand;
import dev.tidewatch.etl.command.AuditCommand;
import dev.tidewatch.etl.command.DurationConverter;
import dev.tidewatch.etl.command.InstantConverter;
import dev.tidewatch.etl.command.RunCommand;
import dev.tidewatch.etl.command.UserErrors;
import dev.tidewatch.etl.command.ValidateCommand;
import dev.tidewatch.etl.deliver.CommitObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The entry of the submitted jar: {@code run} is what Glue and EMR call, and what is meant without
 * a word.
 */
@Command(
    name = "etl",
    description = "Kinesis records to one CSV per interval in S3.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditCommand.class,
      AsideCommand.class,
      ValidateCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "etl 0.1.0",
    footer = {
      "",
      "Examples:",
      "  etl run -f samples/ecommerce.yaml --checkpoint /var/lib/etl/ecommerce",
      "  etl run -f samples/ecommerce.yaml --checkpoint /tmp/backfill --available-now",
      "  etl audit -f samples/ecommerce.yaml",
      "  etl aside rejected -f samples/ecommerce.yaml"
    })
public final class EtlCommand {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print stack traces.")
  @SuppressWarnings("UnusedVariable") // the handler of errors asks for it by its name
  private boolean verbose;

  private EtlCommand() {}

  /**
   * Runs the command line. On a cluster a failure is thrown, for that is how Glue and YARN tell;
   * elsewhere the process ends with the command's exit code.
   */
  public static void main(String[] arguments) {
    int exitCode = execute(CommitObserver.NONE, arguments);
    if (exitCode == 0) {
      return;
    }
    if (System.getProperty("spark.master") != null) {
      throw new IllegalStateException(
          "etl failed with exit code " + exitCode + "; the log says why");
    }
    System.exit(exitCode);
  }

  /**
   * Runs the command line and returns its exit code.
   *
   * @param observer hears of every commit step of the job
   */
  static int execute(CommitObserver observer, String... arguments) {
    return new CommandLine(new EtlCommand())
        .addSubcommand(new RunCommand(observer))
        .registerConverter(Duration.class, new DurationConverter())
        .registerConverter(Instant.class, new InstantConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new UserErrors())
        .execute(withCommand(arguments));
  }

  /** Glue passes options only: they are for {@code run}. */
  private static String[] withCommand(String[] arguments) {
    boolean optionsOnly =
        arguments.length > 0
            && arguments[0].startsWith("--")
            && !Arrays.asList("--help", "--version").contains(arguments[0]);
    if (!optionsOnly) {
      return arguments.length == 0 ? new String[] {"--help"} : arguments;
    }
    String[] withRun = new String[arguments.length + 1];
    withRun[0] = "run";
    System.arraycopy(arguments, 0, withRun, 1, arguments.length);
    return withRun;
  }
}
