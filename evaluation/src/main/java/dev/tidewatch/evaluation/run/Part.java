package dev.tidewatch.evaluation.run;

/** The kinds of data an evaluation knows. */
public enum Part {
  NAB,
  KPI,
  CUBE,
  RCA
}
