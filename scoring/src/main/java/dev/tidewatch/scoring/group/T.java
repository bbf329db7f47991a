package dev.tidewatch.scoring.group;

public final class T {
  public static double p(String n, double d) {
    String s = System.getProperty(n);
    return s == null ? d : Double.parseDouble(s);
  }

  public static java.util.List<double[]> log;

  private T() {}
}
