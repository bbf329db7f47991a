package dev.tidewatch.etl.kinesis;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks into one shard without reading it as a whole. */
interface ShardPeek {
  /**
   * The first record from the cut on. Empty pages are followed until a record, the tip or the end
   * of the shard is seen.
   */
  Sight first(Cut from);

  /**
   * Goes from record to record until one fulfils the condition, or to the tip or end of the shard.
   */
  Sight walk(Cut from, Predicate<RecordHead> condition);

  /**
   * What was seen.
   *
   * @param match the record looked for; null when there was none
   * @param passed the last record before it, or before the tip; null when there was none
   * @param ended whether the shard is closed and was seen to its end without a match
   */
  record Sight(@Nullable RecordHead match, @Nullable RecordHead passed, boolean ended) {
    Optional<RecordHead> found() {
      return Optional.ofNullable(match);
    }

    Optional<RecordHead> last() {
      return Optional.ofNullable(passed);
    }
  }
}
