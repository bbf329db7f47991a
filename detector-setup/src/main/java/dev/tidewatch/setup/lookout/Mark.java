package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Existing.Owner;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tag by which things are known as made for a file: there is no other record of them.
 *
 * @param file the name in the file
 */
public record Mark(String file) {
  /** The tag's key. */
  public static final String KEY = "tidewatch:setup";

  private static final String RESERVED = "tidewatch:";

  /** The tags of a new thing. */
  public Map<String, String> on(Map<String, String> tags) {
    Map<String, String> marked = new LinkedHashMap<>(tags);
    marked.put(KEY, file);
    return marked;
  }

  /** Whether a thing with these tags is ours. */
  public boolean isOn(Map<String, String> tags) {
    return file.equals(tags.get(KEY));
  }

  /**
   * Whose a thing with these tags is.
   *
   * @param otherwise whose it is without the mark
   */
  public Owner owner(Map<String, String> tags, Owner otherwise) {
    return isOn(tags) ? Owner.OURS : otherwise;
  }

  /** Tags as attributes: what people set, without our own marks. */
  static Attributes attributes(Map<String, String> tags) {
    Map<String, String> texts = new LinkedHashMap<>();
    tags.entrySet().stream()
        .filter(tag -> !tag.getKey().startsWith(RESERVED))
        .sorted(Map.Entry.comparingByKey())
        .forEach(tag -> texts.put("tag " + tag.getKey(), tag.getValue()));
    return new Attributes(texts);
  }
}
