package dev.tidewatch.etl.job;

import java.io.Serializable;
import scala.runtime.AbstractFunction1;

/** Chooses the partition that holds the position, or all others. */
final class FirstPartition extends AbstractFunction1<Object, Object> implements Serializable {
  private final boolean wanted;

  FirstPartition(boolean wanted) {
    this.wanted = wanted;
  }

  @Override
  public Object apply(Object index) {
    return index.equals(0) == wanted;
  }
}
