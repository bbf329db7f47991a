package dev.tidewatch.detector.console.web;

import dev.tidewatch.detector.console.door.Door;
import dev.tidewatch.detector.console.door.Visitor;
import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.console.view.View;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How browsers are answered: framed, packed, and never trusted further than needed. */
public final class Answers {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
          + " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String NOTICE = "notice";
  private static final int SMALL = 1_000;

  private final Templates templates;
  private final Assets assets;
  private final Door door;
  private final InstantSource clock;

  public Answers(Templates templates, Assets assets, Door door, InstantSource clock) {
    this.templates = templates;
    this.assets = assets;
    this.door = door;
    this.clock = clock;
  }

  View view(Context context) {
    return View.of(new Query(context.queryParamMap()), clock.instant(), usualZone(context));
  }

  /** What somebody chose last holds where the URL says nothing. */
  private static ZoneId usualZone(Context context) {
    String chosen = context.cookie("zone");
    try {
      return chosen == null ? UTC : ZoneId.of(chosen);
    } catch (DateTimeException none) {
      return UTC;
    }
  }

  Frame frame(
      Context context, Visitor visitor, View view, Place place, String title, List<Crumb> crumbs) {
    return new Frame(
        title,
        place,
        crumbs,
        Optional.of(visitor),
        door.seal(context, visitor),
        context.path(),
        view,
        notice(context),
        theme(context),
        assets);
  }

  /** For who has not signed in. */
  Frame outside(Context context, String title) {
    return new Frame(
        title,
        Place.NOWHERE,
        List.of(),
        Optional.empty(),
        "",
        context.path(),
        view(context),
        notice(context),
        theme(context),
        assets);
  }

  private static String theme(Context context) {
    String theme = context.cookie("theme");
    return theme != null && (theme.equals("light") || theme.equals("dark")) ? theme : "auto";
  }

  private static Optional<Notice> notice(Context context) {
    Optional<Notice> notice = Optional.ofNullable(context.cookie(NOTICE)).flatMap(Notice::of);
    notice.ifPresent(shown -> context.cookie(cookie("", 0)));
    return notice;
  }

  private static Cookie cookie(String value, int seconds) {
    return new Cookie(NOTICE, value, "/", seconds, false, true, null, SameSite.STRICT);
  }

  void page(Context context, int status, String template, Frame frame, Object page) {
    context.status(status).contentType("text/html; charset=utf-8");
    context.header("Content-Security-Policy", POLICY).header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin").header("X-Frame-Options", "DENY");
    packed(context, templates.page(template, frame, page));
  }

  void data(Context context, String type, byte[] bytes) {
    context.contentType(type);
    packed(context, bytes);
  }

  private static void packed(Context context, byte[] bytes) {
    context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    context.header("Vary", "Cookie, Accept-Encoding");
    if (bytes.length > SMALL && Packing.isWanted(context)) {
      context.header("Content-Encoding", "gzip").result(Packing.gzip(bytes));
    } else {
      context.result(bytes);
    }
  }

  void leadTo(Context context, String url, Notice notice) {
    context.cookie(cookie(notice.carried(), 60));
    leadTo(context, url);
  }

  static void leadTo(Context context, String url) {
    context.header("Cache-Control", "no-store").status(303).header("Location", url);
  }
}
