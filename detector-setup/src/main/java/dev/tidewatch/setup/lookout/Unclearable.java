package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The API's updates leave what they do not name: what was taken out of a file stays as it was. */
final class Unclearable {
  private Unclearable() {}

  /**
   * What is there, without such attributes of the given names that nobody asks for any more, and
   * with what the API takes for said.
   */
  static Attributes kept(Attributes existing, Attributes desired, Set<String> names) {
    Map<String, String> kept = new LinkedHashMap<>(existing.values());
    kept.keySet().removeIf(name -> names.contains(name) && desired.get(name).isEmpty());
    return UsualValues.filled(new Attributes(kept), desired);
  }
}
