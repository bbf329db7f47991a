package dev.tidewatch.detector.access;

/** Prints how many signatures one thread checks in a second. */
final class VerificationSpeed {
  private static final int ROUNDS = 20_000;

  private VerificationSpeed() {}

  public static void main(String[] arguments) {
    SignedRequest request = Requests.captured("java-sdk-2.36.2-CreateMetricSet");
    SignatureCheck check =
        new SignatureCheck(
            SignatureScope.of("us-east-1"),
            (id, token) -> Requests.ADMIN,
            Requests.clockOf(request));
    long[] nanos = new long[ROUNDS];
    for (int warm = 0; warm < 2; warm++) {
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        check.callerOf(request);
        nanos[i] = System.nanoTime() - start;
      }
    }
    long sum = java.util.Arrays.stream(nanos).sum();
    java.util.Arrays.sort(nanos);
    System.out.printf(
        "signatures checked: %,.0f a second; median %.3f ms, p99 %.3f ms%n",
        ROUNDS / (sum / 1e9), nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
  }
}
