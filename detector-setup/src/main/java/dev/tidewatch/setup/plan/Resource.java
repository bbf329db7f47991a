package dev.tidewatch.setup.plan;

import java.util.List;
import java.util.Optional;

/**
 * One thing that shall be: a role, a topic, a detector. Each call looks anew, and changes nothing
 * unless it says so. Changing calls may be repeated: what is already as wanted is left.
 */
public interface Resource {
  /** What kind of thing it is, such as {@code "SNS topic"}. */
  String kind();

  /** Its name among its kind. */
  String name();

  /** How it is; empty when it is not there. */
  Optional<Existing> existing();

  /** How it shall be. */
  Attributes desired();

  /** Why an attribute cannot be changed in place; empty when it can. */
  default Optional<String> fixed(Difference difference) {
    return Optional.empty();
  }

  /**
   * Makes it.
   *
   * @return what it is called from then on: its ARN, or its name where it has none
   */
  String create();

  /** Changes what differs. */
  void update(List<Difference> differences);

  /** Takes it away; nothing happens when it is gone already. */
  void delete();
}
