package dev.tidewatch.detector.access;

import java.util.List;

/**
 * A request written the one way signer and checker agree on.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class CanonicalRequest {
  private CanonicalRequest() {}

  /** The path is encoded once more, as every AWS service but S3 wants it. */
  static String of(
      SignedRequest request, PathForm form, List<String> signedHeaders, String payloadHash) {
    StringBuilder text = new StringBuilder(512);
    text.append(request.method()).append('\n');
    text.append(PercentEncoding.path(form.of(request.path()))).append('\n');
    text.append(PercentEncoding.query(request.query())).append('\n');
    for (String name : signedHeaders) {
      text.append(name).append(':').append(joined(request.values(name))).append('\n');
    }
    return text.append('\n')
        .append(String.join(";", signedHeaders))
        .append('\n')
        .append(payloadHash)
        .toString();
  }

  private static String joined(List<String> values) {
    return String.join(",", values.stream().map(CanonicalRequest::trimmed).toList());
  }

  /** Without spaces around it, and with one where several follow each other. */
  private static String trimmed(String value) {
    StringBuilder trimmed = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      boolean again = trimmed.length() == 0 || trimmed.charAt(trimmed.length() - 1) == ' ';
      if (character != ' ' || !again) {
        trimmed.append(character);
      }
    }
    int end = trimmed.length();
    return end > 0 && trimmed.charAt(end - 1) == ' '
        ? trimmed.substring(0, end - 1)
        : trimmed.toString();
  }
}
