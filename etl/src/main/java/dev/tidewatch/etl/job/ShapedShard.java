package dev.tidewatch.etl.job;

import dev.tidewatch.etl.deliver.ReadRange;
import dev.tidewatch.etl.deliver.SideObject;
import dev.tidewatch.etl.kinesis.ShardStep;
import dev.tidewatch.etl.shape.ShapedRange;
import java.io.Serializable;
import java.util.List;

/** What an executor hands to the driver for one range of one shard. */
record ShapedShard(ShapedRange shaped, List<SideObject> sideObjects) implements Serializable {
  ShapedShard {
    sideObjects = List.copyOf(sideObjects);
  }

  ReadRange between(ShardStep step) {
    return new ReadRange(step.from(), step.to(), shaped, sideObjects);
  }
}
