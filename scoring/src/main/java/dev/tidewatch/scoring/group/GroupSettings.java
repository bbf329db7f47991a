package dev.tidewatch.scoring.group;

/**
 * When anomaly groups open and close.
 *
 * @param openingSeverity a group opens, and goes on, at this severity of one of its measure's
 *     scopes, 0 to 100
 * @param quietIntervals so many intervals without any close it
 */
public record GroupSettings(double openingSeverity, int quietIntervals) {
  /** Groups are kept from a severity on that nobody is woken for: whoever looks may see them. */
  public static final GroupSettings DEFAULT = new GroupSettings(40, 3);

  public GroupSettings {
    if (!(openingSeverity > 0 && openingSeverity <= 100)) {
      throw new IllegalArgumentException("an opening severity is 0 to 100, not " + openingSeverity);
    }
    if (quietIntervals < 0) {
      throw new IllegalArgumentException("quiet intervals are 0 or more, not " + quietIntervals);
    }
  }
}
