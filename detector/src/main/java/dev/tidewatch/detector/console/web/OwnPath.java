package dev.tidewatch.detector.console.web;

import java.util.regex.Pattern;

/** Where a form may ask to be led: nowhere but to this server, however a browser reads it. */
final class OwnPath {
  /** Visible ASCII, as our own links are; browsers take a backslash for a slash. */
  private static final Pattern PLAIN = Pattern.compile("/[!-\\[\\]-~]*");

  /** Browsers shorten such paths, and {@code /.//other.example} then begins with two slashes. */
  private static final Pattern SHORTENED =
      Pattern.compile(".*(//|/(\\.|%2e){1,2}(/.*)?$)", Pattern.CASE_INSENSITIVE);

  private OwnPath() {}

  static boolean is(String url) {
    String path = url.split("[?#]", 2)[0];
    return PLAIN.matcher(url).matches() && !SHORTENED.matcher(path).lookingAt();
  }
}
