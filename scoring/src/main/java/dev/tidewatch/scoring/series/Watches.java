package dev.tidewatch.scoring.series;

final class Watches {
  private static final double LOG_REST = Tuning.p("wShare", 1.0);
  private static final double CLIP = Tuning.p("wClip", 4);
  private final Calendar calendar;
  private final int interval;
  private final LongView longView;
  private final Usual farness;
  private final Usual scatterRatio;
  private final int[] means;
  private final double[] horizons;
  private final Usual[] usual;
  private final BlockMaxima[] rare;
  private final Trouble[] kinds;
  private final int told, toldAge, last, run, brief, briefQ;
  private final double briefRate;
  private final double from;
  private double score;
  private Trouble trouble = Trouble.SHIFT;
  private static final int ON = (int) Tuning.p("on", 63);

  Watches(Layout layout, Calendar calendar, int interval, DaySeason day, ShiftedWeek week) {
    this.calendar = calendar;
    this.interval = interval;
    longView = new LongView(layout, calendar, day, week);
    double daily = 1.0 / calendar.valuesPerSeason();
    farness = new Usual(layout, daily * .3);
    scatterRatio = new Usual(layout, daily * .3);
    double hour = 3600.0 / interval;
    horizons = new double[] {Math.max(Tuning.p("h0n", 4), hour * Tuning.p("h0", 1)), Math.max(6, hour * Tuning.p("h1", 8)), Math.max(6, hour * Tuning.p("h2", 2)), Math.max(6, hour * Tuning.p("h3", 12))};
    kinds = new Trouble[] {Trouble.SHIFT, Trouble.DRIFT, Trouble.VARIANCE, Trouble.VARIANCE, Trouble.FLATLINE};
    means = new int[horizons.length];
    usual = new Usual[means.length];
    rare = new BlockMaxima[means.length + 1];
    for (int i = 0; i < means.length; i++) {
      means[i] = layout.reserve(1);
      usual[i] = new Usual(layout, daily * .2);
      rare[i] = new BlockMaxima(layout, Math.max(6, horizons[i]));
    }
    rare[means.length] = new BlockMaxima(layout, calendar.valuesPerSeason());
    told = layout.reserve(1); toldAge = layout.reserve(1);
    brief = layout.reserve(1); briefQ = layout.reserve(1); briefRate = Tuning.p("brief", .3);
    last = layout.reserve(1);
    run = layout.reserve(1);
    from = Tuning.p("wFrom", 2) * calendar.valuesPerSeason();
  }

  void begin(float[] memory, int series) {
    for (BlockMaxima each : rare) each.begin(memory, series);
    for (int each : means) memory[series + each] = 0;
    memory[series + run] = memory[series + told] = memory[series + toldAge] = 0; memory[series + brief] = memory[series + briefQ] = 0;
  }

  /** What is left of the score of these kinds of trouble once it was told. */
  double news(float[] memory, int series, double outlier) {
    memory[series + toldAge]++;
    if (memory[series + toldAge] > TOLD * 3600 / interval) memory[series + told] = 0;
    double best = Math.max(score, outlier);
    boolean isNew = best >= memory[series + told] + .3;
    double answer = score > outlier && !isNew && TOLD > 0 ? 0 : score;
    if (isNew) { memory[series + told] = (float) best; memory[series + toldAge] = 0; }
    return answer;
  }
  private static final double TOLD = Tuning.p("told", 24);

  double score() { return score; }

  Trouble trouble() { return trouble; }

  void observe(float[] memory, int series, double value, double expected, double spread, double known) {
    score = 0;
    double far = farness.size(memory, series);
    double long1 = longView.expected(memory, series, calendar, Double.isNaN(far) || far == 0 ? 1 : far);
    double z = 0;
    double r = Math.min(Tuning.p("rClip", 4), Math.abs(value - expected) / spread);
    if (!Double.isNaN(long1)) {
      double away = value - long1;
      z = Math.max(-CLIP, Math.min(CLIP, away / Math.max(Double.isNaN(far) ? Math.abs(away) : far, spread * .1)));
      farness.learn(memory, series, Math.abs(away), known);
    }
    longView.learn(memory, series, calendar, value, known, Math.max(spread, far > 0 ? far : 0));
    double rr = scatterRatio.size(memory, series);
    scatterRatio.learn(memory, series, r, known);
    double q = Double.isNaN(rr) || rr == 0 ? 0 : r / rr - 1;
    double zs = follow(memory, series, brief, briefRate, z);
    double qs = follow(memory, series, briefQ, briefRate * Tuning.p("qb", .5), q);
    double z0 = statistic(memory, series, 0, z, zs, known);
    statistic(memory, series, 1, z, Tuning.p("g1", 1) > 0 ? z0 : zs, known);
    double q0 = statistic(memory, series, 2, q, qs, known);
    statistic(memory, series, 3, q, Tuning.p("g3", 1) > 0 ? q0 : qs, known);
    boolean same = value == memory[series + last];
    memory[series + last] = (float) value;
    memory[series + run] = same ? memory[series + run] + 1 : 0;
    consider(memory, series, 4, 1 + memory[series + run], known);
  }

  private static final boolean LOG = Tuning.p("log", 0) > 0;
  private static double follow(float[] memory, int series, int at, double rate, double x) {
    return memory[series + at] += (float) (rate * (x - memory[series + at]));
  }
  private static double l(double q) { return LOG ? StrictMath.log(1.02 + q) : q; }

  private double statistic(float[] memory, int series, int i, double z, double gate, double known) {
    double mean = follow(memory, series, means[i], Math.max(1 / horizons[i], 1 / (known + 1)), z);
    double m = i < 2 ? mean : l(mean), g = i < 2 ? gate : l(gate);
    double x = m * g <= 0 ? 0 : Math.min(Math.abs(m), Tuning.p("gf", 1) * Math.abs(g));
    double scale = usual[i].size(memory, series);
    double size = Double.isNaN(scale) || scale <= 0 ? 0 : x / scale;
    consider(memory, series, i, size, known);
    if (known > from / 2) usual[i].learn(memory, series, Math.abs(m), known - from / 2);
    return mean;
  }

  private void consider(float[] memory, int series, int i, double size, double known) {
    if (known >= from) {
      double is = StrictMath.log10(Math.max(1, interval * rare[i].period(memory, series, size))) - LOG_REST;
      if ((ON >> i & 1) != 0 && is > score) {
        score = is;
        trouble = kinds[i];
      }
    }
    if (known >= from * .75) rare[i].learn(memory, series, size);
  }
}
