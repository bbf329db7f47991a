package dev.tidewatch.etl.job;

import dev.tidewatch.etl.shape.ShapedRange;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one task hands to the driver: shaped ranges, or the batch's position. */
record ShapedPartition(List<ShapedRange> ranges, @Nullable String position)
    implements Serializable {
  static ShapedPartition ofRanges(List<ShapedRange> ranges) {
    return new ShapedPartition(ranges, null);
  }

  static ShapedPartition ofPosition(String position) {
    return new ShapedPartition(List.of(), position);
  }

  Optional<String> batchPosition() {
    return Optional.ofNullable(position);
  }
}
