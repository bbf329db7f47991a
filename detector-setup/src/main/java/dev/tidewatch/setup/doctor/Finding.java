package dev.tidewatch.setup.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What a check found.
 *
 * @param verdict how it is
 * @param about what it is about
 * @param name what was looked at
 * @param detail what it is like, or what is wrong
 * @param fix what to do; empty unless something is wrong
 */
public record Finding(Verdict verdict, About about, String name, String detail, String fix) {
  /** How a thing is. */
  public enum Verdict {
    GOOD("✓"),
    BAD("✗"),
    SKIPPED("–");

    private final String sign;

    Verdict(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** What a thing belongs to. */
  public enum About {
    /** What has to work. */
    SETUP,
    /** The data: a detector can run, but not well. */
    DATA
  }

  public Finding {
    requireNonNull(verdict, "verdict");
    requireNonNull(about, "about");
    requireNonNull(name, "name");
    requireNonNull(detail, "detail");
    requireNonNull(fix, "fix");
  }

  /** Whether something is wrong. */
  public boolean isBad() {
    return verdict == Verdict.BAD;
  }
}
