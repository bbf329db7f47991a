package dev.tidewatch.detector.intake;

import java.util.List;
import java.util.Optional;

/** What became of a request for a data set: a {@link Dataset}, or what is wrong with it. */
public sealed interface DatasetCheck {

  /** The data set; empty when something is wrong. */
  Optional<Dataset> dataset();

  /** All that is wrong, in the order of the request; empty when nothing is. */
  List<Problem> problems();

  /**
   * Something wrong.
   *
   * @param field the member's path, such as {@code
   *     MetricSource.S3SourceConfig.TemplatedPathList[0]}
   * @param message what is wrong and what would be right
   */
  record Problem(String field, String message) {}

  /** The request is right. */
  record Accepted(Dataset value) implements DatasetCheck {
    @Override
    public Optional<Dataset> dataset() {
      return Optional.of(value);
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /** The request is wrong. */
  record Refused(List<Problem> problems) implements DatasetCheck {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }

    @Override
    public Optional<Dataset> dataset() {
      return Optional.empty();
    }
  }
}
