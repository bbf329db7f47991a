package dev.tidewatch.etl.deliver;

/**
 * What became of all records since the beginning: {@code read = written + late + rejected +
 * abandoned} and what is still open.
 *
 * @param written how many are in closed intervals
 * @param abandoned how many were in open intervals when another query took over, which reads them
 *     anew
 */
public record Totals(long read, long written, long late, long rejected, long abandoned) {
  static final Totals NONE = new Totals(0, 0, 0, 0, 0);

  Totals plus(ReadRange range) {
    return new Totals(
        read + range.shaped().read(),
        written,
        late + range.late(),
        rejected + range.rejected(),
        abandoned);
  }

  Totals withWritten(long more) {
    return new Totals(read, written + more, late, rejected, abandoned);
  }

  Totals withAbandoned(long more) {
    return new Totals(read, written, late, rejected, abandoned + more);
  }
}
