package dev.tidewatch.detector.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Collects a request's body before a thread is given to it, so that slow senders take none. A body
 * beyond the limit is passed on cut, one byte too long, and refused where all refusals are made.
 *
 * <p>Who sends has not been asked yet who they are, so what all of them send together has a limit
 * too: beyond it, bodies that are longer than usual are refused, the usual short ones never.
 *
 * <p>Jetty's EagerContentHandler does the like, but waits on after an idle connection has timed
 * out.
 */
final class WholeBodies extends Handler.Wrapper {
  private final int mostBytes;
  private final BodyRoom room;
  private final Duration patience;

  WholeBodies(int mostBytes, BodyRoom room, Duration patience) {
    this.mostBytes = mostBytes;
    this.room = room;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Collecting collecting = new Collecting(request, response, callback);
    return switch (collecting.collect()) {
      case COMPLETE -> collecting.isHandled();
      case FAILED, WAITING -> true;
    };
  }

  private boolean passOn(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  private enum State {
    COMPLETE,
    WAITING,
    FAILED
  }

  /** The body of one request as far as it has come. */
  private final class Collecting {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final BodyRoom.Part part = room.part();
    private final long began = System.nanoTime();

    Collecting(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = Callback.from(callback, part::close);
    }

    State collect() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this::more);
          return State.WAITING;
        }
        if (Content.Chunk.isFailure(chunk) || isOverdue()) {
          chunk.release();
          Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
          return State.FAILED;
        }
        if (!part.grow(chunk.remaining())) {
          chunk.release();
          Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
          return State.FAILED;
        }
        take(chunk);
        if (chunk.isLast() || body.size() > mostBytes) {
          return State.COMPLETE;
        }
      }
    }

    private void take(Content.Chunk chunk) {
      byte[] bytes = BufferUtil.toArray(chunk.getByteBuffer());
      chunk.release();
      body.write(bytes, 0, Math.min(bytes.length, mostBytes + 1 - body.size()));
    }

    private boolean isOverdue() {
      return System.nanoTime() - began > patience.toNanos();
    }

    private void more() {
      if (collect() == State.COMPLETE) {
        request.getComponents().getExecutor().execute(this::answer);
      }
    }

    /** Who answers in our place knows nothing of the room. */
    boolean isHandled() throws Exception {
      boolean handled = passOn(whole(), response, callback);
      if (!handled) {
        part.close();
      }
      return handled;
    }

    private void answer() {
      try {
        if (!isHandled()) {
          Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
        }
      } catch (Throwable e) { // as Jetty itself does around a handler: the request must end
        Response.writeError(request, response, callback, e);
      }
    }

    Request whole() {
      Content.Source source = Content.Source.from(ByteBuffer.wrap(body.toByteArray()));
      return new Request.Wrapper(request) {
        @Override
        public Content.Chunk read() {
          return source.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
          source.demand(demandCallback);
        }
      };
    }
  }
}
