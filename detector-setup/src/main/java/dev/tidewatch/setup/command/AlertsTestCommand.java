package dev.tidewatch.setup.command;

import dev.tidewatch.setup.alert.Alerts;
import dev.tidewatch.setup.alert.SampleMessage;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;

/** Tries whether an alert arrives. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes a sample of an alert's messages to its topic, in its format and with its attributes, clearly marked as"
          + " a test. 'bin/detector alerts test' does the same from where the server runs, and for functions too.",
      ""
    })
final class AlertsTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ALERT", description = "The alert's name.")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private String name;

  @Mixin private final DetectorOf detector = new DetectorOf();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = detector.open()) {
      Alert alert =
          new Alerts(session.clients().lookout(), DetectorOf.arn(session))
              .list().stream()
                  .filter(each -> each.alertName().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () -> new NotThere("there is no alert '" + name + "'; see 'alerts ls'"));
      if (alert.action().snsConfiguration() == null) {
        throw new NotThere(
            "alert '"
                + name
                + "' invokes a function: 'bin/detector alerts test' tries it from the server");
      }
      SampleMessage sample = SampleMessage.of(alert, InstantSource.system().instant());
      String id = session.clients().sns().publish(sample.request()).messageId();
      PrintWriter out = spec.commandLine().getOut();
      out.println(sample.request().subject());
      out.println(sample.request().message());
      out.println("published to " + sample.request().topicArn() + " as " + id);
      out.flush();
      return ExitCode.OK;
    }
  }
}
