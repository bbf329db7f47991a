package dev.tidewatch.localaws;

import dev.tidewatch.localaws.mail.Mail;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code local-aws} command: runs the services until it is told to stop. */
@Command(
    name = "local-aws",
    mixinStandardHelpOptions = true,
    version = "local-aws 0.1.0",
    description = {
      "Runs Kinesis, S3, SNS, SQS, CloudWatch, EventBridge, IAM, STS and a mailbox on this machine"
          + " until Ctrl-C.",
      "Once ready it prints what AWS clients need in their environment; nothing else goes to"
          + " standard output, so 'eval' may read it. Mails that arrive are told on standard"
          + " error."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:stopped as told", "1:could not start", "2:wrong usage"})
public final class LocalAwsCommand implements Callable<Integer> {
  /** How often alarms are looked at. */
  private static final long ALARM_SECONDS = 10;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description =
          "Keep S3's objects below FOLDER/s3 and leave them there. Default: a temporary folder"
              + " that goes away.")
  private @Nullable Path folder;

  @Option(
      names = "--ports",
      split = ",",
      paramLabel = "SERVICE=PORT",
      description = "Fixed ports, of: ${COMPLETION-CANDIDATES}. Default: free ones.")
  private Map<Service, Integer> ports = Map.of();

  @Option(
      names = "--region",
      defaultValue = "us-east-1",
      description = "The region in ARNs. Default: ${DEFAULT-VALUE}.")
  private String region = "us-east-1";

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "Also write the lines to FILE once ready, whole or not at all; the file is removed at"
              + " the end.")
  private @Nullable Path envFile;

  @Option(
      names = "--exit-with-parent",
      description = "Stop when the process that started this one is gone, even if it was killed.")
  private boolean exitWithParent;

  private final CountDownLatch stopped = new CountDownLatch(1);

  public static void main(String[] args) {
    System.exit(commandLine(new LocalAwsCommand()).execute(args));
  }

  static CommandLine commandLine(LocalAwsCommand command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(LocalAwsCommand::explain);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (exitWithParent) {
      ProcessHandle.current().parent().ifPresent(this::stopAfter);
    }
    try (LocalAws aws = LocalAws.start(options(), this::tell)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(aws), "local-aws-stop"));
      announce(aws);
      while (!stopped.await(ALARM_SECONDS, TimeUnit.SECONDS)) {
        aws.cloudWatch().evaluateAlarms();
      }
    } finally {
      removeEnvFile();
    }
    return 0;
  }

  private void stopAfter(ProcessHandle parent) {
    var unused = parent.onExit().thenRun(stopped::countDown);
  }

  private LocalAws.Options options() {
    LocalAws.Options options = LocalAws.Options.defaults().withPorts(ports).withRegion(region);
    return folder == null ? options : options.withFolder(folder);
  }

  private void announce(LocalAws aws) {
    String exports = EnvironmentFile.exports(aws.environment());
    if (envFile != null) {
      EnvironmentFile.write(envFile, exports);
    }
    out().print(exports);
    out().flush();
    err().println("ready; mail is taken at " + aws.endpoints().mail() + "; Ctrl-C stops");
    err().flush();
  }

  private void tell(Mail mail) {
    err().println("mail to " + mail.to() + ": " + mail.subject());
    mail.text().lines().filter(line -> line.startsWith("http")).forEach(err()::println);
    err().flush();
  }

  // Ctrl-C and kill come this way: the JVM ends when this returns, wherever the main thread is.
  private void stop(LocalAws aws) {
    stopped.countDown();
    aws.close();
    removeEnvFile();
  }

  private void removeEnvFile() {
    try {
      if (envFile != null) {
        Files.deleteIfExists(envFile);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(envFile + " could not be removed: " + cause, cause);
    }
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException("run this command through commandLine()");
    }
    return known.commandLine();
  }

  private static int explain(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("local-aws: " + problem.getMessage());
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
