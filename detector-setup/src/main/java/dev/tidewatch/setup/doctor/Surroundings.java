package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.doctor.Check.Skipped;
import dev.tidewatch.setup.doctor.Check.Trouble;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** This machine, AWS and the detector server, as the SDK finds them. */
public final class Surroundings {
  private static final int JAVA = 17;
  private static final int PATIENCE = 5000;
  private static final Duration TOLERATED = Duration.ofMinutes(5);
  private static final String WHERE =
      "Start it with 'bin/detector serve' and set AWS_ENDPOINT_URL_LOOKOUTMETRICS to where it listens";

  private final Clients clients;
  private final Clock clock;

  public Surroundings(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** What to look at where a detector server finds the anomalies. */
  public List<Check> checks() {
    return Stream.concat(ofAws().stream(), ofServer().stream()).toList();
  }

  /** What to look at where CloudWatch does. */
  public List<Check> checksOfCloudWatch() {
    return Stream.concat(ofAws().stream(), ofCloudWatch().stream()).toList();
  }

  private List<Check> ofCloudWatch() {
    return List.of(
        Check.setup(
            "CloudWatch at", "", () -> place(clients.cloudWatch().serviceClientConfiguration())),
        Check.setup(
            "EventBridge at", "", () -> place(clients.eventBridge().serviceClientConfiguration())),
        Check.setup(
            "CloudWatch lets you look at alarms",
            "Allow yourself cloudwatch:DescribeAlarms",
            () -> {
              clients.cloudWatch().describeAlarms(ask -> ask.maxRecords(1));
              return "yes";
            }));
  }

  private List<Check> ofAws() {
    return List.of(
        Check.setup("Java", "Install Java 17 or later", Surroundings::java),
        Check.setup(
            "region",
            "Set AWS_REGION, or a region in ~/.aws/config",
            () -> DefaultAwsRegionProviderChain.builder().build().getRegion().id()),
        Check.setup(
            "credentials",
            "Set AWS_PROFILE, or log in anew: aws sts get-caller-identity must work",
            () -> clients.sts().getCallerIdentity().arn()),
        Check.setup("S3 at", "", () -> place(clients.s3().serviceClientConfiguration())),
        Check.setup("SNS at", "", () -> place(clients.sns().serviceClientConfiguration())),
        Check.setup("IAM at", "", () -> place(clients.iam().serviceClientConfiguration())),
        Check.setup("STS at", "", () -> place(clients.sts().serviceClientConfiguration())));
  }

  private List<Check> ofServer() {
    return List.of(
        Check.setup("Lookout for Metrics at", WHERE, () -> server().toString()),
        Check.setup("detector server is ready", WHERE, this::ready),
        Check.setup(
            "detector server knows the access key",
            "Make one with 'bin/detector keys create', and set TIDEWATCH_ACCESS_KEY_ID and"
                + " TIDEWATCH_SECRET_ACCESS_KEY where it is not AWS's",
            this::signed),
        Check.setup(
            "clock", "Let the clock be set by NTP: signatures are good for minutes", this::clock));
  }

  private static String java() {
    int version = Runtime.version().feature();
    if (version < JAVA) {
      throw new Trouble("Java " + version, "Install Java 17 or later");
    }
    return "Java " + version;
  }

  private static String place(AwsServiceClientConfiguration client) {
    return client.endpointOverride().map(URI::toString).orElse("AWS");
  }

  private URI server() {
    Optional<URI> place =
        clients
            .lookout()
            .serviceClientConfiguration()
            .endpointOverride()
            .filter(uri -> !String.valueOf(uri.getHost()).endsWith(".amazonaws.com"));
    return place.orElseThrow(
        () -> new Trouble("no endpoint is set, and AWS ended the service on 2025-10-09", WHERE));
  }

  private String ready() {
    URI health = server().resolve("/health/ready");
    HttpURLConnection connection = asked(health);
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new Trouble(
            health + " answered " + connection.getResponseCode(), "Look into the server's log");
      }
      return "yes";
    } catch (IOException silent) {
      throw new Trouble(health + " does not answer: " + silent.getMessage(), WHERE);
    }
  }

  private static HttpURLConnection asked(URI place) {
    try {
      HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      return connection;
    } catch (IOException wrong) {
      throw new Trouble(place + " cannot be asked: " + wrong.getMessage(), WHERE);
    }
  }

  private String signed() {
    server();
    int detectors =
        clients
            .lookout()
            .listAnomalyDetectors(request -> request.maxResults(10))
            .anomalyDetectorSummaryList()
            .size();
    String number = detectors == 10 ? "10 or more" : String.valueOf(detectors);
    return "yes; it has " + number + (detectors == 1 ? " detector" : " detectors");
  }

  private String clock() {
    HttpURLConnection connection = asked(server().resolve("/health/live"));
    long date = connection.getHeaderFieldDate("Date", 0);
    if (date == 0) {
      throw new Skipped("the server does not tell its time");
    }
    Duration ahead = Duration.between(Instant.ofEpochMilli(date), clock.instant());
    String words = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead");
    if (ahead.abs().compareTo(TOLERATED) > 0) {
      throw new Trouble(
          "this machine is " + words + " of the server",
          "Let both clocks be set by NTP: signatures are good for minutes");
    }
    return words + " of the server";
  }
}
