package dev.tidewatch.localaws.s3;

/** What IAM calls requests to S3. */
final class S3Action {
  private S3Action() {}

  static String of(String method, String path, String query) {
    String[] parts = path.replaceFirst("^/", "").split("/", 2);
    if (parts[0].isEmpty()) {
      return "ListAllMyBuckets";
    }
    boolean object = parts.length > 1 && !parts[1].isEmpty();
    return object ? ofObject(method, query) : ofBucket(method, query);
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
