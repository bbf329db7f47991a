package dev.tidewatch.detector.console.door;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people in: by their session's cookie, or on the word of a proxy. */
public final class Door {
  private final ConsoleSessions sessions;
  private final FormSeal seal;
  private final @Nullable ProxyTrust proxy;
  private final boolean secure;

  /**
   * @param secure whether people come over TLS, to us or to a proxy
   */
  public Door(ConsoleSessions sessions, FormSeal seal, @Nullable ProxyTrust proxy, boolean secure) {
    this.sessions = requireNonNull(sessions, "sessions");
    this.seal = requireNonNull(seal, "seal");
    this.proxy = proxy;
    this.secure = secure;
  }

  /** Browsers keep a cookie of such a name from other hosts and from plain HTTP. */
  private String cookie() {
    return secure ? "__Host-tidewatch" : "tidewatch";
  }

  /** Who asks; empty when they have to sign in first. */
  public Optional<Visitor> visitor(Context context) {
    return byProxy(context).or(() -> session(context).flatMap(sessions::find));
  }

  private Optional<Visitor> byProxy(Context context) {
    ProxyTrust trust = proxy;
    return trust == null
        ? Optional.empty()
        : onlyHeader(context, trust.header())
            .flatMap(name -> trust.visitor(context.req().getRemoteAddr(), name));
  }

  /** Of two values one may be the visitor's own, which the proxy passed on beside its word. */
  private static Optional<String> onlyHeader(Context context, String name) {
    List<String> values = Collections.list(context.req().getHeaders(name));
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private Optional<String> session(Context context) {
    return Optional.ofNullable(context.cookie(cookie())).filter(token -> !token.isEmpty());
  }

  /** What stands for the visitor in the forms of their pages. */
  private String bearer(Context context, Visitor visitor) {
    return byProxy(context).isPresent()
        ? "proxy " + visitor.name()
        : session(context).orElse("nobody");
  }

  /** What each form of a visitor's page carries. */
  public String seal(Context context, Visitor visitor) {
    return seal.seal(bearer(context, visitor));
  }

  /** Whether a form comes from a page of ours that this visitor was given. */
  public boolean isOurs(Context context, Visitor visitor) {
    String carried = context.formParam("seal");
    return comesFromHere(context)
        && carried != null
        && seal.fits(carried, bearer(context, visitor));
  }

  /** Browsers say where a form comes from; those that do not are not asked. */
  public static boolean comesFromHere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = context.header("Origin");
    return origin == null || origin.replaceFirst("^https?://", "").equals(context.host());
  }

  public void signIn(Context context, Visitor visitor) {
    session(context).ifPresent(sessions::end);
    setCookie(context, sessions.begin(visitor), (int) ConsoleSessions.LIFE.toSeconds());
  }

  public void signOut(Context context) {
    session(context).ifPresent(sessions::end);
    setCookie(context, "", 0);
  }

  /** Links in mails must find who follows them signed in: Lax, not Strict. */
  private void setCookie(Context context, String value, int seconds) {
    context.cookie(new Cookie(cookie(), value, "/", seconds, secure, true, null, SameSite.LAX));
  }
}
