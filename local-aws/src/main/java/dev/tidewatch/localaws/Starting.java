package dev.tidewatch.localaws;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.CloudWatchServer;
import dev.tidewatch.localaws.cloudwatch.alarm.Outlets;
import dev.tidewatch.localaws.eventbridge.EventBridgeServer;
import dev.tidewatch.localaws.iam.IamServer;
import dev.tidewatch.localaws.iam.StsServer;
import dev.tidewatch.localaws.kinesis.KinesisServer;
import dev.tidewatch.localaws.mail.Mailbox;
import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.s3.S3Server;
import dev.tidewatch.localaws.sns.MailHost;
import dev.tidewatch.localaws.sns.QueueSink;
import dev.tidewatch.localaws.sns.RetryPolicy;
import dev.tidewatch.localaws.sns.SnsServer;
import dev.tidewatch.localaws.sqs.MessageAttribute;
import dev.tidewatch.localaws.sqs.SqsServer;
import java.util.HashMap;
import java.util.Map;

/** Starts each service with what it needs of the others. */
record Starting(LocalAws.Options options, Calls calls) {
  Starting {
    requireNonNull(options, "options");
    requireNonNull(calls, "calls");
  }

  KinesisServer kinesis() {
    return KinesisServer.start(
        KinesisServer.Options.defaults()
            .withClock(options.clock())
            .withAccount(options.account())
            .withRegion(options.region())
            .withPort(options.port(Service.KINESIS)),
        (action, stream) -> calls.note(new Call("kinesis", action, stream)));
  }

  S3Server s3(Folder folder) {
    return S3Server.start(
        new S3Server.Options(
            folder.path().resolve("s3"),
            options.port(Service.S3),
            options.accessKey(),
            options.secretKey()),
        calls);
  }

  SqsServer sqs() {
    return SqsServer.start(
        new SqsServer.Options(
            options.port(Service.SQS),
            options.region(),
            options.account(),
            options.clock(),
            calls));
  }

  SnsServer sns(SqsServer queues, Mailbox mailbox) {
    return SnsServer.start(
        new SnsServer.Options(
            options.port(Service.SNS),
            options.region(),
            options.account(),
            options.clock(),
            toQueues(queues),
            new MailHost("127.0.0.1", mailbox.port()),
            RetryPolicy.standard(),
            calls));
  }

  EventBridgeServer eventBridge(SqsServer queues, SnsServer topics) {
    return EventBridgeServer.start(
        new EventBridgeServer.Options(
            options.port(Service.EVENTBRIDGE),
            options.region(),
            options.account(),
            options.clock(),
            (arn, message) ->
                arn.startsWith("arn:aws:sqs:")
                    ? queues.send(arn, message, Map.of())
                    : topics.publish(arn, "", message),
            calls));
  }

  CloudWatchServer cloudWatch(SnsServer topics, EventBridgeServer bus) {
    return CloudWatchServer.start(
        new CloudWatchServer.Options(
            options.port(Service.CLOUDWATCH),
            options.region(),
            options.account(),
            options.clock(),
            new Outlets(topics::publish, bus::send),
            calls));
  }

  IamServer iam() {
    return IamServer.start(
        new IamServer.Options(
            options.port(Service.IAM), options.account(), options.clock(), calls));
  }

  StsServer sts() {
    return StsServer.start(options.port(Service.STS), options.account(), calls);
  }

  private static QueueSink toQueues(SqsServer queues) {
    return (arn, body, attributes) -> {
      Map<String, MessageAttribute> converted = new HashMap<>();
      attributes.forEach(
          (name, attribute) ->
              converted.put(name, new MessageAttribute(attribute.dataType(), attribute.value())));
      return queues.send(arn, body, converted);
    };
  }
}
