package dev.tidewatch.detector.console.web;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.RequestRefused;
import dev.tidewatch.detector.console.door.ConsoleSessions;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.SignInLinks;
import dev.tidewatch.detector.console.door.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Signing in with an access key or a link, and out again. */
public final class SignInPages {
  private static final String TEMPLATE = "signIn.jte";

  private final Door door;
  private final ConsoleSessions sessions;
  private final SignInLinks links;
  private final FailedAttempts attempts;
  private final Answers answers;

  public SignInPages(
      Door door,
      ConsoleSessions sessions,
      SignInLinks links,
      FailedAttempts attempts,
      Answers answers) {
    this.door = requireNonNull(door, "door");
    this.sessions = requireNonNull(sessions, "sessions");
    this.links = requireNonNull(links, "links");
    this.attempts = requireNonNull(attempts, "attempts");
    this.answers = requireNonNull(answers, "answers");
  }

  /**
   * What the page to sign in shows.
   *
   * @param wrong what was wrong with the last try; empty before one
   * @param link whom a link would sign in
   * @param next where to go then
   */
  public record SignIn(String wrong, Optional<Visitor> link, String next) {}

  public void addTo(JavalinConfig config) {
    config.routes.get("/sign-in", context -> ask(context, 200, ""));
    config.routes.post("/sign-in", this::signIn);
    config.routes.get("/sign-in/{token}", this::offer);
    config.routes.post("/sign-in/{token}", this::useLink);
    config.routes.post("/sign-out", this::signOut);
  }

  private void ask(Context context, int status, String wrong) {
    show(context, status, new SignIn(wrong, Optional.empty(), next(context)));
  }

  private void show(Context context, int status, SignIn page) {
    answers.page(context, status, TEMPLATE, answers.outside(context, "Sign in"), page);
  }

  private void signIn(Context context) {
    if (!Door.comesFromHere(context)) {
      ask(context, 403, "This form came from another site.");
      return;
    }
    String address = context.req().getRemoteAddr();
    try {
      attempts.check(address);
    } catch (RequestRefused tooMany) {
      ask(context, 429, "Too many wrong tries from your address. Wait a few seconds.");
      return;
    }
    Optional<Visitor> visitor = sessions.recognise(field(context, "key"), field(context, "secret"));
    if (visitor.isEmpty()) {
      attempts.failed(address);
      ask(context, 403, "There is no such access key, or the secret does not belong to it.");
      return;
    }
    enter(context, visitor.get());
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).map(String::strip).orElse("");
  }

  private void offer(Context context) {
    Optional<Visitor> visitor = links.look(context.pathParam("token"));
    if (visitor.isEmpty()) {
      ask(context, 404, USED);
    } else {
      show(context, 200, new SignIn("", visitor, next(context)));
    }
  }

  private static final String USED =
      "This link has been used, or its time is over. Ask for another: detector keys link.";

  private void useLink(Context context) {
    Optional<Visitor> visitor =
        Door.comesFromHere(context) ? links.use(context.pathParam("token")) : Optional.empty();
    visitor.ifPresentOrElse(who -> enter(context, who), () -> ask(context, 404, USED));
  }

  private void enter(Context context, Visitor visitor) {
    door.signIn(context, visitor);
    Answers.leadTo(context, next(context));
  }

  private void signOut(Context context) {
    Optional<Visitor> visitor = door.visitor(context);
    if (visitor.isPresent() && door.isOurs(context, visitor.get())) {
      door.signOut(context);
    }
    Answers.leadTo(context, "/sign-in");
  }

  /** Only ever a page of ours. */
  private static String next(Context context) {
    String form = context.formParam("next");
    String next = form == null ? context.queryParam("next") : form;
    return next != null && OwnPath.is(next) && !next.startsWith("/sign-") ? next : "/";
  }
}
