package dev.tidewatch.detector.console.live;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.door.Door;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** {@code /live}: Server-Sent Events for those who have signed in, as long as they are. */
public final class LiveRoute {
  private final LiveFeed feed;
  private final Door door;

  public LiveRoute(LiveFeed feed, Door door) {
    this.feed = requireNonNull(feed, "feed");
    this.door = requireNonNull(door, "door");
  }

  public void addTo(JavalinConfig config) {
    config.routes.get("/live", this::listen);
  }

  private void listen(Context context) {
    context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    if (door.visitor(context).isEmpty()) {
      refuse(context, 401, "Sign in first.");
      return;
    }
    Listener listener = new Listener(output(context), () -> door.visitor(context).isPresent());
    context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
    if (feed.join(listener)) {
      context.future(listener::ended);
    } else {
      refuse(
          context,
          503,
          "%d pages are told of changes already, as many as may be: this one is fresh when it is loaded again."
              .formatted(feed.most()));
    }
  }

  private static void refuse(Context context, int status, String sentence) {
    context.status(status).contentType("text/plain; charset=utf-8").result(sentence);
  }

  private static OutputStream output(Context context) {
    try {
      return context.res().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
