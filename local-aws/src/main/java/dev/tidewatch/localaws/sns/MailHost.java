package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

/** A mail server that takes mail by SMTP. */
public record MailHost(String name, int port) {
  public MailHost {
    requireNonNull(name, "name");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }
}
