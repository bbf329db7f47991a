package dev.tidewatch.detector.console.web;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.door.Visitor;
import dev.tidewatch.detector.console.view.View;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A visitor's request, and what they are answered. */
public final class Visit {
  private final Context context;
  private final Visitor visitor;
  private final View view;
  private final Answers answers;

  Visit(Context context, Visitor visitor, View view, Answers answers) {
    this.context = context;
    this.visitor = visitor;
    this.view = view;
    this.answers = answers;
  }

  public Visitor visitor() {
    return visitor;
  }

  public boolean may(Role needed) {
    return visitor.may(needed);
  }

  public View view() {
    return view;
  }

  public Instant now() {
    return view.now();
  }

  /** A part of the path: of {@code /d/{detector}} the one called {@code detector}. */
  public String part(String name) {
    return context.pathParam(name);
  }

  /** What a field of a form holds, without blanks around it; empty when there is none. */
  public String field(String name) {
    return Optional.ofNullable(context.formParam(name)).map(String::strip).orElse("");
  }

  public List<String> fields(String name) {
    return context.formParams(name);
  }

  /** What a part of the URL's query holds that is of this page alone; empty when there is none. */
  public String asked(String name) {
    return view.query().one(name).orElse("");
  }

  /** Shows a page. */
  public void show(String template, Place place, String title, List<Crumb> crumbs, Object page) {
    show(200, template, place, title, crumbs, page);
  }

  /** Shows a page with a form again, because what it held cannot be done: see {@link Rejected}. */
  public void showAgain(
      String template, Place place, String title, List<Crumb> crumbs, Object page) {
    show(422, template, place, title, crumbs, page);
  }

  private void show(
      int status, String template, Place place, String title, List<Crumb> crumbs, Object page) {
    answers.page(
        context,
        status,
        template,
        answers.frame(context, visitor, view, place, title, crumbs),
        page);
  }

  public void show(String template, Place place, String title, Object page) {
    show(template, place, title, List.of(), page);
  }

  /** Answers a file to keep, named for whom it is downloaded by. */
  public void download(String name, String type, byte[] bytes) {
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    data(type, bytes);
  }

  /** Answers what a module asks for. */
  public void data(String type, byte[] bytes) {
    answers.data(context, type, bytes);
  }

  /** Leads on after something was done, or could not be. */
  public void leadTo(String url, Notice notice) {
    answers.leadTo(context, url, notice);
  }

  /**
   * Leads back to the page a form stood on, when it is one of ours, else to another.
   *
   * @param otherwise a path
   */
  public void leadBack(String otherwise, Notice notice) {
    String back = field("back");
    leadTo(OwnPath.is(back) ? back : otherwise, notice);
  }

  String address() {
    return context.req().getRemoteAddr();
  }
}
