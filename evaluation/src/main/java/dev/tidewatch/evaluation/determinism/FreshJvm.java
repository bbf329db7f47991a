package dev.tidewatch.evaluation.determinism;

import dev.tidewatch.evaluation.jvm.ChildJvm;
import java.util.ArrayList;
import java.util.List;

/** Has all inputs fed in a JVM that starts for it. */
final class FreshJvm {
  private FreshJvm() {}

  static List<Fingerprint> run(JvmVariant variant, List<String> arguments) {
    List<String> flags = new ArrayList<>(variant.flags());
    flags.add("-Xmx1g");
    return ChildJvm.run(flags, FingerprintMain.class, arguments).stream()
        .map(Fingerprint::parse)
        .toList();
  }
}
