package dev.tidewatch.detector.console.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands behind the question mark of a URL, empty values left out. */
public record Query(Map<String, List<String>> values) {
  public Query {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> {
          List<String> said = all.stream().filter(value -> !value.isBlank()).toList();
          if (!said.isEmpty()) {
            filled.put(name, said);
          }
        });
    values = java.util.Collections.unmodifiableMap(filled);
  }

  public static Query empty() {
    return new Query(Map.of());
  }

  /** The first value of a name. */
  public Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** With another value; an empty one takes the name away. */
  public Query with(String name, String value) {
    return with(name, List.of(value));
  }

  public Query with(String name, List<String> all) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, all);
    return new Query(changed);
  }

  public Query without(String... names) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    for (String name : names) {
      changed.remove(name);
    }
    return new Query(changed);
  }

  /** Only some of it. */
  public Query only(String... names) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    for (String name : names) {
      kept.put(name, all(name));
    }
    return new Query(kept);
  }

  /** A path with this behind it. */
  public String url(String path) {
    String text =
        values.entrySet().stream()
            .flatMap(
                each -> each.getValue().stream().map(value -> each.getKey() + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? path : path + "?" + text;
  }

  /** What a form of method GET has to carry along: all but the fields it has itself. */
  public List<Map.Entry<String, String>> carried(String... fields) {
    List<Map.Entry<String, String>> carried = new ArrayList<>();
    without(fields)
        .values()
        .forEach((name, all) -> all.forEach(value -> carried.add(Map.entry(name, value))));
    return carried;
  }

  /** A part of a path or a value of a query, whatever it holds. */
  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }
}
