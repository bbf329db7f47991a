package dev.tidewatch.evaluation.determinism;

import java.util.List;

/** Ways to run the same classes; on none of them may an answer depend. */
enum JvmVariant {
  COMPILED("compiled as usual", "-XX:+UseSerialGC"),
  QUICKLY_COMPILED("C1 only, parallel collector", "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC"),
  PLAIN_PROCESSOR("no AVX, no FMA, G1", "-XX:UseAVX=0 -XX:-UseFMA -XX:+UseG1GC"),
  INTERPRETED("interpreter only", "-Xint -XX:+UseSerialGC");

  private final String label;
  private final String flags;

  JvmVariant(String label, String flags) {
    this.label = label;
    this.flags = flags;
  }

  String label() {
    return label;
  }

  List<String> flags() {
    return List.of(flags.split(" "));
  }
}
