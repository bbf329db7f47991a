package dev.tidewatch.localaws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Fate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.io.EofException;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * Stands before S3Proxy: notes and judges requests, and answers for the settings of buckets, of
 * which S3Proxy has none. They are kept in memory as they were sent, and mean nothing here. Of who
 * asks for them the key is looked at, not the signature.
 */
final class S3Front extends Handler.Wrapper {
  private final Map<String, Map<BucketSetting, String>> settings = new ConcurrentHashMap<>();
  private final Calls calls;
  private final Predicate<String> bucketExists;
  private final String credential;

  S3Front(Handler proxy, Calls calls, Predicate<String> bucketExists, String accessKey) {
    super(proxy);
    this.calls = requireNonNull(calls, "calls");
    this.bucketExists = requireNonNull(bucketExists, "bucketExists");
    this.credential = "Credential=" + accessKey + "/";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getCanonicalPath();
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    Call call =
        new Call(
            "s3", S3Action.of(request.getMethod(), path, query), S3Action.resource(path, query));
    Fate fate = calls.receive(call);
    try {
      return switch (fate) {
        case SERVED -> serve(request, response, callback, path, query);
        case ANSWER_LOST -> serve(request, new Unheard(request, response), callback, path, query);
        case THROTTLED ->
            throw new AwsException(503, "SlowDown", "Please reduce your request rate.");
        case DENIED -> throw new AwsException(403, "AccessDenied", "Access Denied");
        case FAILED -> throw new AwsException(500, "InternalError", "failed, as was wished");
      };
    } catch (AwsException refused) {
      // A client that is still sending, or waits to be told to, would not read why it is refused.
      Content.Source.consumeAll(request);
      String body =
          "<Error><Code>"
              + refused.code()
              + "</Code><Message>"
              + refused.text()
              + "</Message></Error>";
      write(response, callback, refused.status(), "application/xml", body);
      return true;
    }
  }

  private boolean serve(
      Request request, Response response, Callback callback, String path, String query)
      throws Exception {
    String bucket = path.replaceFirst("^/", "").replaceFirst("/$", "");
    Optional<BucketSetting> setting = BucketSetting.of(query);
    if (setting.isPresent() && !bucket.isEmpty() && !bucket.contains("/")) {
      serve(request, response, callback, bucket, setting.get());
      return true;
    }
    // A bucket that is made anew has nothing of an older one of its name.
    if (request.getMethod().equals("PUT") && !bucketExists.test(bucket)) {
      settings.remove(bucket);
    }
    return super.handle(request, response, callback);
  }

  private void serve(
      Request request, Response response, Callback callback, String bucket, BucketSetting setting)
      throws IOException {
    String authorization =
        Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
    if (!authorization.contains(credential)) {
      throw new AwsException(403, "AccessDenied", "Access Denied");
    }
    if (!bucketExists.test(bucket)) {
      throw new AwsException(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    Map<BucketSetting, String> ofBucket =
        settings.computeIfAbsent(bucket, first -> new ConcurrentHashMap<>());
    switch (request.getMethod()) {
      case "PUT" -> {
        ofBucket.put(setting, Content.Source.asString(request, UTF_8));
        write(response, callback, 200, setting.contentType(), "");
      }
      case "DELETE" -> {
        ofBucket.remove(setting);
        write(response, callback, 204, setting.contentType(), "");
      }
      default -> {
        String value =
            Optional.ofNullable(ofBucket.get(setting))
                .or(setting::initial)
                .orElseThrow(
                    () ->
                        new AwsException(
                            404, setting.missing(), "The configuration does not exist"));
        write(response, callback, 200, setting.contentType(), value);
      }
    }
  }

  private static void write(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    response.getHeaders().put("Content-Type", type);
    Content.Sink.write(response, true, body, callback);
  }

  /** An answer that goes nowhere: the connection is closed when it begins. */
  private static final class Unheard extends Response.Wrapper {
    Unheard(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("not answered, as was wished"));
    }
  }
}
