package dev.tidewatch.detector.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Has every answer tell browsers to take it for nothing but what it says it is: to run nothing, to
 * be shown in no frame, to be kept by nobody. Pages that need more say so themselves.
 */
final class GuardHeaders extends Handler.Wrapper {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cache-Control", "no-store");

  GuardHeaders(Handler inner) {
    super(inner);
  }

  /** An answer that begins anew, as those to errors do, has lost what it had. */
  static void put(HttpFields.Mutable headers) {
    HEADERS.forEach(headers::put);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(response.getHeaders());
    return super.handle(request, response, callback);
  }
}
