package dev.tidewatch.localaws.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What IAM calls requests to S3. */
final class S3Action {
  private static final Pattern PREFIX = Pattern.compile("(?:^|&)prefix=([^&]*)");

  private S3Action() {}

  static String of(String method, String path, String query) {
    String[] parts = path.replaceFirst("^/", "").split("/", 2);
    if (parts[0].isEmpty()) {
      return "ListAllMyBuckets";
    }
    boolean object = parts.length > 1 && !parts[1].isEmpty();
    return object ? ofObject(method, query) : ofBucket(method, query);
  }

  /** Bucket and key; of a listing bucket, question mark and prefix. */
  static String resource(String path, String query) {
    String place = path.replaceFirst("^/", "").replaceFirst("/$", "");
    Matcher prefix = PREFIX.matcher(query);
    return prefix.find() && !place.contains("/")
        ? place + "?" + URLDecoder.decode(prefix.group(1), StandardCharsets.UTF_8)
        : place;
  }

  private static String ofObject(String method, String query) {
    return switch (method) {
      case "GET", "HEAD" -> query.startsWith("acl") ? "GetObjectAcl" : "GetObject";
      case "DELETE" -> query.startsWith("uploadId") ? "AbortMultipartUpload" : "DeleteObject";
      default -> "PutObject";
    };
  }

  private static String ofBucket(String method, String query) {
    if (BucketSetting.of(query).isPresent()) {
      return BucketSetting.of(query).get().action(method);
    }
    return switch (method) {
      case "PUT" ->
          query.startsWith("acl")
              ? "PutBucketAcl"
              : query.startsWith("versioning") ? "PutBucketVersioning" : "CreateBucket";
      case "DELETE" -> "DeleteBucket";
      case "POST" -> "DeleteObject";
      default ->
          query.startsWith("acl")
              ? "GetBucketAcl"
              : query.startsWith("location")
                  ? "GetBucketLocation"
                  : query.startsWith("versioning") ? "GetBucketVersioning" : "ListBucket";
    };
  }
}
