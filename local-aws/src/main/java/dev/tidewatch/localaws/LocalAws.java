package dev.tidewatch.localaws;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.CloudWatchServer;
import dev.tidewatch.localaws.eventbridge.EventBridgeServer;
import dev.tidewatch.localaws.iam.IamServer;
import dev.tidewatch.localaws.iam.StsServer;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.localaws.mail.Mail;
import dev.tidewatch.localaws.mail.Mailbox;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.s3.S3Server;
import dev.tidewatch.localaws.sns.Delivery;
import dev.tidewatch.localaws.sns.SnsServer;
import dev.tidewatch.localaws.sqs.SqsServer;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Kinesis, S3, SNS, SQS, CloudWatch, EventBridge, IAM, STS and a mailbox on loopback, joined as on
 * AWS: SNS delivers to the queues and to the mailbox, alarms tell topics and the event bus, rules
 * topics and queues. S3 keeps its objects below the folder; everything else lives in memory.
 */
public final class LocalAws implements Closeable {
  private final Options options;
  private final Calls calls = new Calls();
  private final Deque<Closeable> toClose;
  private final S3Server s3;
  private final KinesisServer kinesis;
  private final SqsServer sqs;
  private final Mailbox mailbox;
  private final SnsServer sns;
  private final EventBridgeServer eventBridge;
  private final CloudWatchServer cloudWatch;
  private final IamServer iam;
  private final StsServer sts;

  private LocalAws(Options options, Deque<Closeable> toClose, Consumer<Mail> onMail) {
    this.options = options;
    this.toClose = toClose;
    Starting starting = new Starting(options, calls);
    Folder folder = opened(Folder.of(options.folder()));
    this.kinesis = opened(starting.kinesis());
    this.sqs = opened(starting.sqs());
    this.mailbox = opened(Mailbox.start(options.port(Service.MAIL), onMail));
    this.sns = opened(starting.sns(sqs, mailbox));
    this.eventBridge = opened(starting.eventBridge(sqs, sns));
    this.cloudWatch = opened(starting.cloudWatch(sns, eventBridge));
    this.iam = opened(starting.iam());
    this.sts = opened(starting.sts());
    this.s3 = opened(starting.s3(folder));
  }

  /**
   * How the services are set up.
   *
   * @param folder where S3 keeps its objects, below {@code s3/}; without one, in a temporary folder
   *     that goes away with the servers
   * @param ports on 127.0.0.1; any free one for a service that is not named
   * @param account 12 digits, appears in ARNs
   * @param clock tells the time to every service; S3 and signatures keep to the machine's
   */
  public record Options(
      @Nullable Path folder,
      Map<Service, Integer> ports,
      String region,
      String account,
      String accessKey,
      String secretKey,
      InstantSource clock) {
    public Options {
      ports = Map.copyOf(ports);
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(accessKey, "accessKey");
      requireNonNull(secretKey, "secretKey");
      requireNonNull(clock, "clock");
      ports.forEach(Options::checkPort);
    }

    /** Free ports, a temporary folder, us-east-1, keys that are none elsewhere. */
    public static Options defaults() {
      return new Options(
          null,
          Map.of(),
          "us-east-1",
          "000000000000",
          "local",
          "local-secret",
          InstantSource.system());
    }

    public Options withFolder(Path other) {
      return new Options(other, ports, region, account, accessKey, secretKey, clock);
    }

    public Options withPorts(Map<Service, Integer> other) {
      return new Options(folder, other, region, account, accessKey, secretKey, clock);
    }

    public Options withRegion(String other) {
      return new Options(folder, ports, other, account, accessKey, secretKey, clock);
    }

    public Options withClock(InstantSource other) {
      return new Options(folder, ports, region, account, accessKey, secretKey, other);
    }

    int port(Service service) {
      return ports.getOrDefault(service, 0);
    }

    @Override
    public String toString() {
      return "local AWS in " + region + ", ports " + ports;
    }

    private static void checkPort(Service service, int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException(
            "the port of " + service + " is 0 to 65535, not " + port);
      }
    }
  }

  /**
   * Starts all services and returns when they answer, after a few seconds.
   *
   * @throws java.io.UncheckedIOException when a port is taken or the folder cannot be made; nothing
   *     is left running then
   */
  public static LocalAws start(Options options) {
    return start(options, mail -> {});
  }

  /** Tells of each mail as it arrives. */
  static LocalAws start(Options options, Consumer<Mail> onMail) {
    Deque<Closeable> opened = new ArrayDeque<>();
    try {
      return new LocalAws(options, opened, onMail);
    } catch (RuntimeException failed) {
      Closing.all(opened);
      throw failed;
    }
  }

  public Endpoints endpoints() {
    return new Endpoints(
        s3.endpoint(),
        kinesis.endpoint(),
        sns.endpoint(),
        sqs.endpoint(),
        cloudWatch.endpoint(),
        eventBridge.endpoint(),
        iam.endpoint(),
        sts.endpoint(),
        URI.create("smtp://127.0.0.1:" + mailbox.port()));
  }

  /**
   * What AWS SDKs and the AWS CLI have to find in their environment to talk to these services and
   * to no others, in the order to be shown.
   */
  public Map<String, String> environment() {
    Endpoints endpoints = endpoints();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL_S3", endpoints.s3().toString());
    variables.put("AWS_ENDPOINT_URL_KINESIS", endpoints.kinesis().toString());
    variables.put("AWS_ENDPOINT_URL_SNS", endpoints.sns().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString());
    variables.put("AWS_ENDPOINT_URL_CLOUDWATCH", endpoints.cloudWatch().toString());
    variables.put("AWS_ENDPOINT_URL_EVENTBRIDGE", endpoints.eventBridge().toString());
    variables.put("AWS_ENDPOINT_URL_IAM", endpoints.iam().toString());
    variables.put("AWS_ENDPOINT_URL_STS", endpoints.sts().toString());
    variables.put("AWS_REGION", options.region());
    variables.put("AWS_DEFAULT_REGION", options.region());
    variables.put("AWS_ACCESS_KEY_ID", options.accessKey());
    variables.put("AWS_SECRET_ACCESS_KEY", options.secretKey());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    return Collections.unmodifiableMap(variables);
  }

  /** What the services were asked for, and what becomes of requests to come. */
  public Calls calls() {
    return calls;
  }

  /** For faults and other things a client cannot ask for. */
  public KinesisServer kinesis() {
    return kinesis;
  }

  /** For looking at alarms, which happens at no other time. */
  public CloudWatchServer cloudWatch() {
    return cloudWatch;
  }

  /** For how soon roles are seen. */
  public IamServer iam() {
    return iam;
  }

  /** What became of the messages SNS sent out, oldest first. */
  public List<Delivery> deliveries() {
    return sns.deliveries();
  }

  /** The mails that arrived, in their order. */
  public List<Mail> mails() {
    return mailbox.mails();
  }

  /** Stops everything and removes the temporary folder, if that was used. */
  @Override
  public synchronized void close() {
    Closing.all(toClose);
  }

  private <T extends Closeable> T opened(T service) {
    toClose.push(service);
    return service;
  }
}
