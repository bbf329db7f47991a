package dev.tidewatch.scoring.series;

/** The same slot of yesterday (of daily values: of the week before), following the level. */
final class Yesterday extends Shifted {
  private final int values;
  private final int sum;
  private final int count;
  private final int openSlot;

  Yesterday(Layout layout, Calendar calendar, double offsetRate) {
    super(layout, offsetRate);
    this.values = layout.reserve(calendar.slots());
    this.sum = layout.reserve(1);
    this.count = layout.reserve(1);
    this.openSlot = layout.reserve(1);
  }

  @Override
  double shape(float[] memory, int series, Calendar now) {
    return memory[series + values + now.slot()];
  }

  /** A slot of several values becomes yesterday's when the first value of the next slot arrives. */
  @Override
  void learnShape(float[] memory, int series, Calendar now, double value, double seen) {
    int slot = now.slot();
    float open = memory[series + openSlot];
    if (open != slot) {
      if (!Float.isNaN(open)) {
        memory[series + values + (int) open] = memory[series + sum] / memory[series + count];
      }
      memory[series + openSlot] = slot;
      memory[series + sum] = 0;
      memory[series + count] = 0;
    }
    memory[series + sum] += (float) value;
    memory[series + count]++;
  }
}
