package dev.tidewatch.setup.plan;

import static java.util.Objects.requireNonNull;

/**
 * A thing that is there.
 *
 * @param attributes how it is
 * @param owner whose it is
 * @param remark what people should know of it where it is left as it is; may be empty
 */
public record Existing(Attributes attributes, Owner owner, String remark) {
  /** Whose a thing is that bears a name of the file. */
  public enum Owner {
    /** Made for this file: it carries its tag. */
    OURS,
    /** Somebody else's, of which more than one may make use: it is used as it is. */
    SHARED,
    /** Somebody else's: it is not touched without being asked to. */
    FOREIGN
  }

  public Existing {
    requireNonNull(attributes, "attributes");
    requireNonNull(owner, "owner");
    requireNonNull(remark, "remark");
  }

  public Existing(Attributes attributes, Owner owner) {
    this(attributes, owner, "");
  }

  public static Existing ours(Attributes attributes) {
    return new Existing(attributes, Owner.OURS);
  }
}
