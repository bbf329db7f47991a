package dev.tidewatch.evaluation.live;

import dev.tidewatch.evaluation.command.CommandFrame;
import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code ./evaluate live}. */
@Command(
    name = "live",
    description = {
      "Activates the detector that detector-setup made for a metric set, with a queue that hears its topic, prints"
          + " each alert as it is received, and holds what was found against what the generator hid."
          + " Clients are AWS's own: endpoints, region and credentials come from where they look for them; the"
          + " access key of the detector server from TIDEWATCH_ACCESS_KEY_ID and TIDEWATCH_SECRET_ACCESS_KEY,"
          + " if they are set.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the intervals were run and the figures printed",
      "1:a service refused, or the metric set cannot be read",
      "2:the options are wrong"
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class LiveCommand implements Callable<Integer> {
  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "The metric set.")
  private Path file;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE",
      description = "What the generator hid. May be repeated.")
  private List<Path> labels;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "INSTANT",
      description = "Ends when the interval before it was run.")
  private Instant until;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "PT15M",
      description = "Gives up when it takes longer. Default: PT15M.")
  private Duration patience;

  @Mixin private CommandFrame frame = new CommandFrame();

  @Override
  public Integer call() {
    PrintWriter out = frame.out();
    try (LookoutMetricsClient detector = detectorClient();
        SnsClient sns = SnsClient.create();
        SqsClient sqs = SqsClient.create()) {
      MetricSet metricSet = MetricSetFile.read(file);
      Alert alert =
          metricSet.alert().orElseThrow(() -> new IllegalArgumentException("it has no alert"));
      AlertQueue queue = AlertQueue.create(sns, sqs, alert.topic());
      LiveWatch watch = new LiveWatch(detector, queue, metricSet, out);
      return watch.run(alert.threshold(), until, patience, labels) ? 0 : 1;
    } catch (SdkException | InvalidYamlFile | IllegalArgumentException refusal) {
      frame.err().println("evaluate: " + refusal.getMessage());
      return 1;
    }
  }

  private static LookoutMetricsClient detectorClient() {
    String id = System.getenv("TIDEWATCH_ACCESS_KEY_ID");
    String secret = System.getenv("TIDEWATCH_SECRET_ACCESS_KEY");
    return id == null || secret == null
        ? LookoutMetricsClient.create()
        : LookoutMetricsClient.builder()
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
            .build();
  }
}
