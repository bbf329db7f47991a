package dev.tidewatch.etl.deliver;

/**
 * Is told of each step of a batch. Tests crash in it; in operation it does nothing. May be called
 * from several threads while intervals are published.
 */
@FunctionalInterface
public interface CommitObserver {
  CommitObserver NONE = step -> {};

  void reached(CommitStep step);
}
