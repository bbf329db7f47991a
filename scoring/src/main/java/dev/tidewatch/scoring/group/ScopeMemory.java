package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.Arrays;

/** Some floats for every scope, side by side in the order of the scopes' numbers. */
final class ScopeMemory {
  private final float[] beginning;
  private float[] floats = new float[0];
  private int scopes;

  /**
   * @param beginning what a scope's floats are before its first value
   */
  ScopeMemory(float... beginning) {
    this.beginning = beginning;
  }

  /** The floats of all scopes; {@link #grow} may replace them. */
  float[] floats() {
    return floats;
  }

  /** Where those of a scope begin. */
  int at(int scope) {
    return scope * beginning.length;
  }

  void grow(int wanted) {
    if (wanted * beginning.length > floats.length) {
      floats = Arrays.copyOf(floats, Math.max(wanted, 2 * scopes) * beginning.length);
    }
    for (; scopes < wanted; scopes++) {
      System.arraycopy(beginning, 0, floats, at(scopes), beginning.length);
    }
  }

  /**
   * @param former for every scope, which number it had before
   */
  void renumber(int[] former) {
    float[] before = floats;
    int known = scopes;
    floats = new float[former.length * beginning.length];
    scopes = 0;
    grow(former.length);
    for (int scope = 0; scope < former.length; scope++) {
      if (former[scope] < known) {
        System.arraycopy(before, at(former[scope]), floats, at(scope), beginning.length);
      }
    }
  }

  void write(StateWriter out) {
    out.integer(scopes);
    out.floats(floats, at(scopes));
  }

  void read(StateReader in, int most) {
    int known = in.countBelow(most + 1);
    grow(known);
    in.floats(floats, at(known));
  }
}
