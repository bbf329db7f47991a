package dev.tidewatch.endtoend.policy;

import dev.tidewatch.localaws.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What IAM judges.
 *
 * @param action such as {@code s3:GetObject}
 * @param context the condition keys the request has
 */
record Request(String action, String resource, Map<String, String> context)
    implements Comparable<Request> {
  static final String REGION = "us-east-1";
  static final String ACCOUNT = "000000000000";

  Request {
    context = new TreeMap<>(context);
  }

  Request(String action, String resource) {
    this(action, resource, Map.of());
  }

  /**
   * A call, and what it means for the key that encrypts what it is about: S3 and SNS open and seal
   * with it in the caller's name.
   *
   * @param stream that iterators are of, for they name none
   */
  static List<Request> of(Call call, String stream, Map<String, String> keys) {
    List<Request> requests = new ArrayList<>();
    String service = call.service();
    switch (service) {
      case "kinesis" ->
          requests.add(
              new Request(
                  call.permission(),
                  "arn:aws:kinesis:%s:%s:stream/%s"
                      .formatted(
                          REGION, ACCOUNT, call.resource().isEmpty() ? stream : call.resource())));
      case "s3" -> requests.add(ofStorage(call));
      default -> requests.add(new Request(call.permission(), call.resource()));
    }
    String key = keys.get(service);
    if (key != null) {
      Map<String, String> via = Map.of("kms:ViaService", service + "." + REGION + ".amazonaws.com");
      switch (call.action()) {
        case "GetObject" -> requests.add(new Request("kms:Decrypt", key, via));
        case "PutObject" -> requests.add(new Request("kms:GenerateDataKey", key, via));
        case "Publish" -> {
          requests.add(new Request("kms:Decrypt", key, via));
          requests.add(new Request("kms:GenerateDataKey", key, via));
        }
        default -> {
          // Opens nothing.
        }
      }
    }
    return requests;
  }

  private static Request ofStorage(Call call) {
    int prefix = call.resource().indexOf('?');
    return prefix < 0
        ? new Request(call.permission(), "arn:aws:s3:::" + call.resource())
        : new Request(
            call.permission(),
            "arn:aws:s3:::" + call.resource().substring(0, prefix),
            Map.of("s3:prefix", call.resource().substring(prefix + 1)));
  }

  /** The same with what varies from run to run left out: for people to read, one line a kind. */
  Request kind() {
    String text = resource.replaceAll("(arn:aws:s3:::[^/]+/[^/]+/[^/]+)/.*", "$1/…");
    Map<String, String> told = new TreeMap<>(context);
    told.replaceAll((key, value) -> value.replaceAll("^([^/]+/[^/]+)/.*", "$1/…"));
    return new Request(action, text, told);
  }

  @Override
  public int compareTo(Request other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return action + "  " + resource + (context.isEmpty() ? "" : "  " + context);
  }
}
