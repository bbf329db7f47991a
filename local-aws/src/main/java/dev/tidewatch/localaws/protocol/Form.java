package dev.tidewatch.localaws.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of AWS's Query protocol: names with dots for structure and numbers for lists, such as
 * {@code Tags.member.1.Key=team}.
 */
public final class Form {
  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text: a body or the query of an address.
   *
   * @throws AwsException when it is not such text
   */
  public static Form parse(String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.put(decode(name), decode(value));
      }
    }
    return new Form(values);
  }

  Map<String, String> values() {
    return values;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of this name, or {@code otherwise} when the request has none. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** The entries of a list, each as a form of its own, in the order of their numbers. */
  public List<Form> entries(String list) {
    TreeMap<Integer, Map<String, String>> entries = new TreeMap<>();
    String prefix = list + ".";
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            String rest = name.substring(prefix.length());
            int dot = rest.indexOf('.');
            number(dot < 0 ? rest : rest.substring(0, dot))
                .ifPresent(
                    number ->
                        entries
                            .computeIfAbsent(number, any -> new LinkedHashMap<>())
                            .put(dot < 0 ? "" : rest.substring(dot + 1), value));
          }
        });
    return entries.values().stream().map(Form::new).toList();
  }

  /** The values of a list of plain values, in the order of their numbers. */
  public List<String> list(String name) {
    List<String> found = new ArrayList<>();
    entries(name).forEach(entry -> entry.text("").ifPresent(found::add));
    return found;
  }

  /** A list of pairs as a map, in the order of the request. */
  public Map<String, String> map(String list, String nameKey, String valueKey) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Form entry : entries(list)) {
      entry.text(nameKey).ifPresent(name -> found.put(name, entry.text(valueKey, "")));
    }
    return found;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new AwsException(400, "MalformedQueryString", "not a form: " + broken.getMessage());
    }
  }
}
