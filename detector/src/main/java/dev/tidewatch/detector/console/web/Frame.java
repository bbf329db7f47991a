package dev.tidewatch.detector.console.web;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.door.Visitor;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Times;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What every page has around what it is about.
 *
 * @param title of the window and of the page
 * @param visitor empty before somebody signed in
 * @param seal for forms
 * @param path of the page, without its query
 * @param theme auto, light or dark
 */
public record Frame(
    String title,
    Place place,
    List<Crumb> crumbs,
    Optional<Visitor> visitor,
    String seal,
    String path,
    View view,
    Optional<Notice> notice,
    String theme,
    Assets assets) {
  /** What analysts choose most; every other zone can stand in the URL. */
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/London",
          "Europe/Berlin",
          "Europe/Helsinki",
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Sao_Paulo",
          "Asia/Kolkata",
          "Asia/Shanghai",
          "Asia/Tokyo",
          "Australia/Sydney");

  public List<Place> places() {
    return Stream.of(Place.values()).filter(place -> place != Place.NOWHERE).toList();
  }

  public Times times() {
    return new Times(view.zone(), view.now());
  }

  public String asset(String name) {
    return assets.path(name);
  }

  /** This page under its present URL. */
  public String here() {
    return view.query().url(path);
  }

  public List<String> zones() {
    TreeSet<String> others = new TreeSet<>(List.of(view.zone().getId()));
    others.removeAll(ZONES);
    return Stream.concat(ZONES.stream(), others.stream()).toList();
  }

  public boolean mayOperate() {
    return may(Role.OPERATOR);
  }

  public boolean mayAdminister() {
    return may(Role.ADMIN);
  }

  private boolean may(Role role) {
    return visitor.map(each -> each.may(role)).orElse(false);
  }

  public String role() {
    return visitor.map(each -> each.role().name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
