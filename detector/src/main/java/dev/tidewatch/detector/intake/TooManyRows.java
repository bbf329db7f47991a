package dev.tidewatch.detector.intake;

/** Data has more different rows than the server has memory for. The message is for users. */
public final class TooManyRows extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManyRows(long room) {
    super(
        ("The data has more rows of different dimension values than fit into %d MB: leave out the"
                + " dimension with the most values, or give the server more memory")
            .formatted(room >> 20));
  }

  /** What is wrong, as a sentence without its full stop. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
