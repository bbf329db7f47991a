package dev.tidewatch.detector.console.web;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.audit.AuditEntry.Outcome;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.Visitor;
import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.wire.ApiError;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds pages to paths. Who has not signed in is led there; who may not, is told; a form that is
 * not of our pages changes nothing; what is changed is written into the audit log.
 */
public final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final String TROUBLE = "trouble.jte";

  private final JavalinConfig config;
  private final Door door;
  private final Answers answers;
  private final AuditLog audit;
  private final InstantSource clock;

  public Pages(
      JavalinConfig config, Door door, Answers answers, AuditLog audit, InstantSource clock) {
    this.config = requireNonNull(config, "config");
    this.door = requireNonNull(door, "door");
    this.answers = requireNonNull(answers, "answers");
    this.audit = requireNonNull(audit, "audit");
    this.clock = requireNonNull(clock, "clock");
  }

  /** A page that every visitor may see. */
  public Pages show(String path, Page page) {
    config.routes.get(path, context -> look(context, Role.VIEWER, page));
    return this;
  }

  /** A page for some. */
  public Pages show(String path, Role needed, Page page) {
    config.routes.get(path, context -> look(context, needed, page));
    return this;
  }

  /**
   * What a form does.
   *
   * @param operation as the audit log names it
   */
  public Pages change(String path, Role needed, String operation, Page page) {
    config.routes.post(path, context -> change(context, needed, operation, page));
    return this;
  }

  /** Says to people, as a page, that there is none at an address. */
  public void sayWhereNoneIs() {
    config.routes.error(404, "text/html", this::nowhere);
  }

  private void nowhere(Context context) {
    String type = context.res().getContentType();
    boolean answered = type != null && type.startsWith("text/html");
    if (!answered && context.method().equals(HandlerType.GET)) {
      door.visitor(context)
          .ifPresent(
              visitor ->
                  missing(context, visitor, new Missing("There is no page at this address.")));
    }
  }

  private void look(Context context, Role needed, Page page) {
    Optional<Visitor> visitor = door.visitor(context);
    if (visitor.isEmpty()) {
      leadToSignIn(context);
    } else if (!visitor.get().may(needed)) {
      forbidden(context, visitor.get(), needed);
    } else {
      guarded(context, visitor.get(), page);
    }
  }

  private static void leadToSignIn(Context context) {
    String query = context.queryString();
    String asked = context.path() + (query == null ? "" : "?" + query);
    boolean root = asked.equals("/");
    Answers.leadTo(
        context, (root ? Query.empty() : Query.empty().with("next", asked)).url("/sign-in"));
  }

  private void change(Context context, Role needed, String operation, Page page) {
    Optional<Visitor> visitor = door.visitor(context);
    if (visitor.isEmpty()) {
      Answers.leadTo(context, "/sign-in");
    } else if (!door.isOurs(context, visitor.get())) {
      trouble(
          context,
          visitor.get(),
          403,
          "This form did not come from a page of this console.",
          "It may be of a session that has ended: open the page again and repeat what you did.");
    } else if (!visitor.get().may(needed)) {
      written(
          context,
          visitor.get(),
          operation,
          Outcome.refused("AccessDeniedException", needed.label() + " needed"));
      forbidden(context, visitor.get(), needed);
    } else {
      changed(context, visitor.get(), operation, page);
    }
  }

  private void changed(Context context, Visitor visitor, String operation, Page page) {
    try {
      page.answer(visit(context, visitor));
      written(context, visitor, operation, Outcome.done(Forms.fields(context)));
    } catch (Rejected rejected) {
      written(context, visitor, operation, refused(rejected.reason()));
      guarded(context, visitor, rejected.again());
    } catch (ApiError refusal) {
      written(context, visitor, operation, refused(refusal));
      visit(context, visitor).leadBack("/", Notice.refused(String.valueOf(refusal.getMessage())));
    } catch (Missing missing) {
      missing(context, visitor, missing);
    } catch (RuntimeException | Error e) { // a class that is missing or a stack that is full, too
      failed(context, visitor, e);
    }
  }

  private static Outcome refused(ApiError refusal) {
    return Outcome.refused(refusal.type(), String.valueOf(refusal.getMessage()));
  }

  private void written(Context context, Visitor visitor, String operation, Outcome outcome) {
    Caller caller = visitor.caller();
    audit.write(
        new AuditEntry(
            clock.instant(),
            operation,
            caller,
            context.req().getRemoteAddr(),
            UUID.randomUUID().toString(),
            Optional.of(Forms.fields(context)),
            outcome));
  }

  private void guarded(Context context, Visitor visitor, Page page) {
    try {
      page.answer(visit(context, visitor));
    } catch (Missing missing) {
      missing(context, visitor, missing);
    } catch (RuntimeException | Error e) { // a class that is missing or a stack that is full, too
      failed(context, visitor, e);
    }
  }

  private Visit visit(Context context, Visitor visitor) {
    return new Visit(context, visitor, answers.view(context), answers);
  }

  private void missing(Context context, Visitor visitor, Missing missing) {
    trouble(
        context,
        visitor,
        404,
        Objects.requireNonNull(missing.getMessage()),
        "It may have been deleted, or the link is not whole.");
  }

  private void failed(Context context, Visitor visitor, Throwable failure) {
    String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.error("{} {} failed, mark {}", context.method(), context.path(), mark, failure);
    trouble(
        context,
        visitor,
        500,
        "This page could not be made.",
        "The server's log says why, with the mark " + mark + ". Nothing was changed.");
  }

  private void forbidden(Context context, Visitor visitor, Role needed) {
    trouble(
        context,
        visitor,
        403,
        "You are signed in as %s, and this needs the role %s."
            .formatted(visitor.role().label(), needed.label()),
        "Ask who runs this server for it, or sign in with another key.");
  }

  private void trouble(
      Context context, Visitor visitor, int status, String sentence, String remedy) {
    answers.page(
        context,
        status,
        TROUBLE,
        answers.frame(context, visitor, answers.view(context), Place.NOWHERE, sentence, List.of()),
        new Trouble(sentence, remedy, new Crumb("Anomalies", "/")));
  }
}
