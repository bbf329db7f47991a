package dev.tidewatch.setup.doctor;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.setup.aws.ErrorText;
import dev.tidewatch.setup.doctor.Finding.About;
import dev.tidewatch.setup.doctor.Finding.Verdict;
import java.util.function.Supplier;

/**
 * One look at one thing.
 *
 * @param about what it is about
 * @param name what is looked at
 * @param fix what to do when the look fails, unless the failure says so itself
 * @param look answers what the thing is like; throws when something is wrong
 */
public record Check(About about, String name, String fix, Supplier<String> look) {
  public Check {
    requireNonNull(about, "about");
    requireNonNull(name, "name");
    requireNonNull(fix, "fix");
    requireNonNull(look, "look");
  }

  /** Something is wrong. */
  static final class Trouble extends RuntimeException {
    private final String fix;

    Trouble(String message, String fix) {
      super(message, null, false, false);
      this.fix = fix;
    }
  }

  /** There is nothing to look at. */
  static final class Skipped extends RuntimeException {
    Skipped(String reason) {
      super(reason, null, false, false);
    }
  }

  static Check setup(String name, String fix, Supplier<String> look) {
    return new Check(About.SETUP, name, fix, look);
  }

  static Check data(String name, String fix, Supplier<String> look) {
    return new Check(About.DATA, name, fix, look);
  }

  /** Looks; whatever fails is a finding. */
  public Finding find() {
    try {
      return new Finding(Verdict.GOOD, about, name, look.get(), "");
    } catch (Skipped nothing) {
      return new Finding(Verdict.SKIPPED, about, name, message(nothing), "");
    } catch (Trouble trouble) {
      return new Finding(Verdict.BAD, about, name, message(trouble), trouble.fix);
    } catch (RuntimeException failure) {
      return new Finding(Verdict.BAD, about, name, message(failure), fix);
    }
  }

  private static String message(RuntimeException failure) {
    return ErrorText.of(failure).lines().findFirst().orElse("");
  }
}
