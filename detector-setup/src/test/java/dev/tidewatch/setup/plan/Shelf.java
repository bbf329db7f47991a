package dev.tidewatch.setup.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place where things are, for resources that are nothing but texts. */
final class Shelf {
  private final Map<String, Existing> things = new HashMap<>();

  void put(String name, Existing thing) {
    things.put(name, thing);
  }

  Optional<Existing> get(String name) {
    return Optional.ofNullable(things.get(name));
  }

  /** A resource that shall have an attribute {@code colour}, and cannot change its {@code size}. */
  Resource resource(String name, Attributes desired) {
    return new Resource() {
      @Override
      public String kind() {
        return "thing";
      }

      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<Existing> existing() {
        return get(name);
      }

      @Override
      public Attributes desired() {
        return desired;
      }

      @Override
      public Optional<String> fixed(Difference difference) {
        return difference.attribute().equals("size")
            ? Optional.of("size is final")
            : Optional.empty();
      }

      @Override
      public String create() {
        things.put(name, Existing.ours(desired));
        return name;
      }

      @Override
      public void update(List<Difference> differences) {
        create();
      }

      @Override
      public void delete() {
        things.remove(name);
      }
    };
  }
}
