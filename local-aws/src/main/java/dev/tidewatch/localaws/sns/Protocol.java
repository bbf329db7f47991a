package dev.tidewatch.localaws.sns;

import java.util.Locale;

/** How a subscriber is reached. */
public enum Protocol {
  HTTP,
  HTTPS,
  EMAIL,
  EMAIL_JSON,
  SQS,
  SMS,
  LAMBDA;

  /** AWS's name, such as {@code email-json}. */
  public String awsName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the endpoint must show that it wants the messages before it gets any. */
  boolean mustBeConfirmed() {
    return isHttp() || isEmail();
  }

  boolean isHttp() {
    return this == HTTP || this == HTTPS;
  }

  boolean isEmail() {
    return this == EMAIL || this == EMAIL_JSON;
  }

  static Protocol parse(String name) {
    for (Protocol protocol : values()) {
      if (protocol.awsName().equals(name)) {
        return protocol;
      }
    }
    throw SnsErrors.invalid("Does not support this protocol string: " + name);
  }

  void checkEndpoint(String endpoint) {
    boolean fits =
        switch (this) {
          case HTTP -> endpoint.startsWith("http://");
          case HTTPS -> endpoint.startsWith("https://");
          case EMAIL, EMAIL_JSON -> endpoint.matches("[^@\\s]+@[^@\\s]+");
          case SQS -> endpoint.startsWith("arn:aws:sqs:");
          case LAMBDA -> endpoint.startsWith("arn:aws:lambda:");
          case SMS -> endpoint.matches("\\+?[0-9-]{5,20}");
        };
    if (!fits) {
      throw SnsErrors.invalid(
          "Endpoint '" + endpoint + "' must match the specified protocol " + awsName());
    }
  }
}
