package dev.tidewatch.scoring.series;

final class Tuning {
  static double p(String n, double d) {
    String s = System.getProperty(n);
    return s == null ? d : Double.parseDouble(s);
  }

  static final double LIMIT_DAYS = p("limit", 0);
  static final double PART_DAYS = p("partDays", 28);
  static final double PART_LEAST = p("partLeast", 100);
  static final double WHOLE_DAYS = p("wholeDays", 28);
  static final double WHOLE_LEAST = p("wholeLeast", 100);
  static final double PRIOR_LEAST = p("priorLeast", 30);
  static final double PRIOR_DAYS = p("priorDays", 2);
  static final double TAIL_SHARE = p("tailShare", .01);
  static final double CENSOR_DAY = p("censorDay", 0);
  static final double CENSOR_MOST = p("censorMost", .5);
  static final double TAIL_VALUES = p("tailValues", 64);
  static final double PSEUDO = p("pseudo", 600);
  static final double YOUNG = p("young", 0);
  static final double ROUGH = p("rough", .1);
  static final double CAP = p("cap", 0);
  static final double PRIOR_SHAPE = p("priorShape", 6);
  static final double PRIOR_MEAN = p("priorMean", .25);
  static final double LIGHTER = p("lighter", 0);
  static final double TEMPER = p("temper", 1);
  static final double CENSOR = p("censor", .2);
  static final double REACH = p("reach", 2);
  static final double DAY_RATE = p("dayRate", 0.15);
  static final double DAY_OFFSET = p("dayOffset", 0.05);
  static final double WEEK_RATE = p("weekRate", 0.3);
  static final double WEEK_OFFSET = p("weekOffset", 0.1);
  static final double YESTERDAY_OFFSET = p("yesterdayOffset", 0.1);
  static final double ERROR_RATE = p("errorRate", 0.02);
  static final double SCATTER_RATE = p("scatterRate", 0.01);
  static final double WHOLE_RATE = p("wholeRate", 0.005);
}
