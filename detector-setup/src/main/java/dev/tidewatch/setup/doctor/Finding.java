package dev.tidewatch.setup.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What one look found.
 *
 * @param verdict how it is
 * @param what a few words on what was looked at, and what was seen
 * @param remedy what to do; empty where nothing has to be done
 */
public record Finding(Verdict verdict, String what, String remedy) {
  /** How a thing is. */
  public enum Verdict {
    GOOD("✓"),
    /** It cannot work like this. */
    BAD("✗"),
    /** It works; the data are not what they should be. */
    POOR_DATA("✗"),
    /** It works; people should know. */
    NOTICE("!");

    private final String sign;

    Verdict(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  public Finding {
    requireNonNull(verdict, "verdict");
    requireNonNull(what, "what");
    requireNonNull(remedy, "remedy");
  }

  static Finding good(String what) {
    return new Finding(Verdict.GOOD, what, "");
  }

  static Finding bad(String what, String remedy) {
    return new Finding(Verdict.BAD, what, remedy);
  }

  static Finding poorData(String what, String remedy) {
    return new Finding(Verdict.POOR_DATA, what, remedy);
  }

  static Finding notice(String what, String remedy) {
    return new Finding(Verdict.NOTICE, what, remedy);
  }
}
