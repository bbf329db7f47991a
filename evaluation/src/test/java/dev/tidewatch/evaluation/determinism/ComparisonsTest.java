package dev.tidewatch.evaluation.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final int VALUES = 150;

  private final List<String> unlike = new ArrayList<>();
  private final Comparisons comparisons = new Comparisons(unlike::add);

  @Test
  void aRestartAtEveryIntervalChangesNothing() {
    Comparison comparison = comparisons.restarts(Subjects.made(VALUES));

    assertThat(unlike).isEmpty();
    assertThat(comparison.alike()).isTrue();
    assertThat(comparison.answers()).isGreaterThanOrEqualTo(comparison.subjects() * VALUES);
  }

  @Test
  void aBatchChangesNothing() {
    assertThat(comparisons.batches(Subjects.made(VALUES)).alike()).isTrue();
  }

  @Test
  void anInterpreterSaysTheSameAsACompiler() {
    List<String> few = List.of("60");

    Comparison comparison =
        comparisons.jvms(
            "interpreter",
            FreshJvm.run(JvmVariant.QUICKLY_COMPILED, few),
            FreshJvm.run(JvmVariant.INTERPRETED, few));

    assertThat(unlike).isEmpty();
    assertThat(comparison.answers()).isGreaterThanOrEqualTo(60 * 50);
  }

  @Test
  void namesWhatDoesNotComeOutTheSame() {
    Comparison comparison = comparisons.restarts(List.of(new Forgetful()));

    assertThat(unlike).containsExactly("restart at every interval: forgetful");
    assertThat(comparison.answersUnlike()).isEqualTo(2); // one other, one missing
    assertThat(comparison.bytesUnlike()).isEqualTo(1);
  }

  @Test
  void inputsWithAnotherFingerprintCountAsAWhole() {
    Fingerprint one = Fingerprint.of(new Forgetful());
    Fingerprint other = new Fingerprint(one.subject(), 3, 2, "of another JVM");

    Comparison comparison = comparisons.jvms("elsewhere", List.of(one), List.of(other));

    assertThat(comparison.answersUnlike()).isEqualTo(3);
    assertThat(Fingerprint.parse(one.line())).isEqualTo(one);
  }

  private static final class Forgetful implements Subject {
    @Override
    public String name() {
      return "forgetful";
    }

    @Override
    public Outcome oneByOne() {
      return new Outcome(new long[] {1, 2, 3}, new byte[] {1, 2});
    }

    @Override
    public Outcome withRestarts() {
      return new Outcome(new long[] {1, 7}, new byte[] {1, 3});
    }

    @Override
    public Outcome inBatch() {
      return oneByOne();
    }
  }
}
