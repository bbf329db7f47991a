package dev.tidewatch.detector.overview;

/** In which order groups are listed; those alike by their ids. */
public enum GroupOrder {
  NEWEST("g.started DESC"),
  OLDEST("g.started"),
  SEVEREST("g.told DESC, g.started DESC"),
  LONGEST("g.ended - g.started DESC, g.started DESC"),
  WIDEST(
      "(SELECT w.series FROM anomaly_width w WHERE w.anomaly_group = g.id) DESC, g.started DESC"),
  MEASURE("g.measure, g.started DESC");

  private final String columns;

  GroupOrder(String columns) {
    this.columns = columns;
  }

  String columns() {
    return columns + ", g.id";
  }
}
