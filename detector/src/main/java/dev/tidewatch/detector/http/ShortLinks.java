package dev.tidewatch.detector.http;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.access.RequestRefused;
import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.wire.ApiError;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code /a/{beginning of a group's id}}, as short messages have it: leads to the group's page.
 *
 * <p>Ids of groups follow from names and numbers and could be guessed, so only who may see groups
 * is led on. For all others nothing is looked up, and they get the very answer of a group that is
 * not there.
 */
public final class ShortLinks implements Routes {
  private static final Pattern PREFIX = Pattern.compile("[0-9a-f-]{8,36}");
  private static final String NEEDS = "GetAnomalyGroup";

  private final Admission admission;
  private final Door door;
  private final Function<String, Optional<String>> pages;

  /**
   * @param pages the page of the only group whose id begins so; empty for none or several
   */
  public ShortLinks(Admission admission, Door door, Function<String, Optional<String>> pages) {
    this.admission = requireNonNull(admission, "admission");
    this.door = requireNonNull(door, "door");
    this.pages = requireNonNull(pages, "pages");
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/a/{prefix}", this::lead);
  }

  private void lead(Context context) {
    boolean signed = context.header("Authorization") != null;
    boolean signedIn = !signed && door.visitor(context).isPresent();
    if (!signed && !signedIn && isBrowser(context)) {
      askToSignIn(context);
      return;
    }
    String prefix = context.pathParam("prefix");
    Optional<String> page =
        PREFIX.matcher(prefix).matches() && (signedIn || (signed && isAdmitted(context)))
            ? pages.apply(prefix)
            : Optional.empty();
    context.header("Cache-Control", "no-store").contentType("text/plain; charset=utf-8");
    page.ifPresentOrElse(
        url -> context.status(302).header("Location", url),
        () -> context.status(404).result("There is no such anomaly, or you are not signed in.\n"));
  }

  /** Whether there is such a group or not. */
  private static void askToSignIn(Context context) {
    context
        .header("Cache-Control", "no-store")
        .status(303)
        .header("Location", "/sign-in?next=" + context.path());
  }

  private static boolean isBrowser(Context context) {
    String accepted = context.header("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  /** The gate counts failures: it is asked of those only who say who they are. */
  private boolean isAdmitted(Context context) {
    try {
      admission.admit(RequestReader.read(context.req()), NEEDS, context.req().getRemoteAddr());
      return true;
    } catch (RequestRefused | ApiError | IOException refused) {
      return false;
    }
  }
}
