package dev.tidewatch.evaluation.determinism;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Feeds inputs in several ways and compares what comes of them. */
final class Comparisons {
  private final Consumer<String> unlike;

  /**
   * @param unlike hears the name of every input that does not come out the same
   */
  Comparisons(Consumer<String> unlike) {
    this.unlike = unlike;
  }

  /** One by one against the same with a restart after each interval. */
  Comparison restarts(List<Subject> subjects) {
    return compare("restart at every interval", subjects, Subject::withRestarts);
  }

  /** One by one against all of it in a batch. */
  Comparison batches(List<Subject> subjects) {
    return compare("batch, side by side", subjects, Subject::inBatch);
  }

  private Comparison compare(
      String what, List<Subject> subjects, Function<Subject, Outcome> otherwise) {
    Comparison comparison = Comparison.none(what);
    for (Subject subject : subjects) {
      Comparison next = comparison.plus(subject.oneByOne(), otherwise.apply(subject));
      report(what, subject.name(), comparison, next);
      comparison = next;
    }
    return comparison;
  }

  /** Two JVMs' fingerprints: where they differ, all answers and bytes of the input count. */
  Comparison jvms(String what, List<Fingerprint> reference, List<Fingerprint> other) {
    if (reference.size() != other.size()) {
      throw new IllegalStateException(
          "one JVM told of " + reference.size() + " inputs, another of " + other.size());
    }
    Comparison comparison = Comparison.none(what);
    for (int i = 0; i < reference.size(); i++) {
      Comparison next = comparison.plus(reference.get(i), other.get(i));
      report(what, reference.get(i).subject(), comparison, next);
      comparison = next;
    }
    return comparison;
  }

  private void report(String what, String subject, Comparison before, Comparison after) {
    if (after.answersUnlike() > before.answersUnlike()
        || after.bytesUnlike() > before.bytesUnlike()) {
      unlike.accept(what + ": " + subject);
    }
  }
}
