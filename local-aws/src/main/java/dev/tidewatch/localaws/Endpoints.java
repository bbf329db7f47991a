package dev.tidewatch.localaws;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * Where clients find the services.
 *
 * @param mail such as {@code smtp://127.0.0.1:40025}
 */
public record Endpoints(
    URI s3,
    URI kinesis,
    URI sns,
    URI sqs,
    URI cloudWatch,
    URI eventBridge,
    URI iam,
    URI sts,
    URI mail) {
  public Endpoints {
    requireNonNull(s3, "s3");
    requireNonNull(kinesis, "kinesis");
    requireNonNull(sns, "sns");
    requireNonNull(sqs, "sqs");
    requireNonNull(cloudWatch, "cloudWatch");
    requireNonNull(eventBridge, "eventBridge");
    requireNonNull(iam, "iam");
    requireNonNull(sts, "sts");
    requireNonNull(mail, "mail");
  }
}
