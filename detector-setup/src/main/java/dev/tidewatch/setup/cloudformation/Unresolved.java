package dev.tidewatch.setup.cloudformation;

/** A value that the template alone does not tell; the message says what would. */
class Unresolved extends RuntimeException {
  Unresolved(String message) {
    super(message, null, false, false);
  }

  /** It depends on a role that the template makes; where a role may be left out, it is. */
  static final class OfRole extends Unresolved {
    private final String resource;

    OfRole(String resource, String message) {
      super(message);
      this.resource = resource;
    }

    /** The role's logical id. */
    String resource() {
      return resource;
    }
  }
}
