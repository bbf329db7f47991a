package dev.tidewatch.scoring.snapshot;

/** The bytes are no whole snapshot of this version. */
public final class DamagedSnapshot extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DamagedSnapshot(String message) {
    super(message);
  }
}
