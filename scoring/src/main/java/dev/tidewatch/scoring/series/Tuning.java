package dev.tidewatch.scoring.series;

final class Tuning {
  static double p(String n, double d) {
    String s = System.getProperty(n);
    return s == null ? d : Double.parseDouble(s);
  }

  static final double REACH = p("reach", 1);
  static final double DAY_RATE = p("dayRate", 0.15);
  static final double DAY_OFFSET = p("dayOffset", 0.05);
  static final double WEEK_RATE = p("weekRate", 0.3);
  static final double WEEK_OFFSET = p("weekOffset", 0.1);
  static final double YESTERDAY_OFFSET = p("yesterdayOffset", 0.1);
  static final double ERROR_RATE = p("errorRate", 0.02);
  static final double SCATTER_RATE = p("scatterRate", 0.01);
  static final double WHOLE_RATE = p("wholeRate", 0.005);
}
