package dev.tidewatch.localaws.mail;

import static java.util.Objects.requireNonNull;

/** A mail that arrived. */
public record Mail(String to, String subject, String text) {
  public Mail {
    requireNonNull(to, "to");
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }
}
