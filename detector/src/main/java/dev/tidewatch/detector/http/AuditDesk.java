package dev.tidewatch.detector.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.audit.AuditEntry.Outcome;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.wire.ApiError;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has changing calls written down, once it is known who calls: requests without a valid signature
 * are not, or anybody could fill the disk.
 */
public final class AuditDesk {
  private final AuditLog log;
  private final InstantSource clock;

  public AuditDesk(AuditLog log, InstantSource clock) {
    this.log = requireNonNull(log, "log");
    this.clock = requireNonNull(clock, "clock");
  }

  Call begin(String operation, Context context, String requestId) {
    return new Call(operation, context, requestId);
  }

  /** A call that is being answered. */
  final class Call {
    private final String operation;
    private final Context context;
    private final String requestId;
    private @Nullable Caller caller;
    private @Nullable ObjectNode request;

    private Call(String operation, Context context, String requestId) {
      this.operation = operation;
      this.context = context;
      this.requestId = requestId;
    }

    void by(Caller who) {
      caller = who;
    }

    void asks(ObjectNode document) {
      request = document;
    }

    void succeeded(ObjectNode answer) {
      write(Outcome.done(answer));
    }

    void refused(ApiError error) {
      write(Outcome.refused(error.type(), String.valueOf(error.getMessage())));
    }

    private void write(Outcome outcome) {
      Caller who = caller;
      if (who != null && AuditEntry.changes(operation)) {
        log.write(
            new AuditEntry(
                clock.instant(),
                operation,
                who,
                context.req().getRemoteAddr(),
                requestId,
                Optional.ofNullable(request),
                outcome));
      }
    }
  }
}
