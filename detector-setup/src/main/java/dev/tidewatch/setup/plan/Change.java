package dev.tidewatch.setup.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param action what is done
 * @param resource to what
 * @param differences what changes; for a creation every attribute it gets
 * @param reason why, where that is not plain; may be empty
 */
public record Change(
    Action action, Resource resource, List<Difference> differences, String reason) {
  /** What is done to a resource. */
  public enum Action {
    CREATE("+", "create"),
    UPDATE("~", "update"),
    REPLACE("±", "replace"),
    DELETE("-", "delete"),
    KEEP(" ", "keep");

    private final String sign;
    private final String word;

    Action(String sign, String word) {
      this.sign = sign;
      this.word = word;
    }

    /** How a plan shows it. */
    public String sign() {
      return sign;
    }

    public String word() {
      return word;
    }
  }

  public Change {
    requireNonNull(action, "action");
    requireNonNull(resource, "resource");
    differences = List.copyOf(differences);
    requireNonNull(reason, "reason");
  }

  static Change keep(Resource resource, String reason) {
    return new Change(Action.KEEP, resource, List.of(), reason);
  }

  /** Makes a thing that is not there, with every attribute it gets. */
  public static Change create(Resource resource, String reason) {
    return new Change(
        Action.CREATE, resource, Attributes.NONE.differences(resource.desired()), reason);
  }

  /** Takes a thing away. */
  public static Change delete(Resource resource, String reason) {
    return new Change(Action.DELETE, resource, List.of(), reason);
  }

  /** {@code IAM role ecommerce-reads}. */
  public String subject() {
    return resource.kind() + " " + resource.name();
  }
}
