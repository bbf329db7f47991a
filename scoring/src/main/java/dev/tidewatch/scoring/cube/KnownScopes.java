package dev.tidewatch.scoring.cube;

/**
 * What of a directory was known in one interval. When intervals are taken in together, the
 * directory already holds what only comes later; nothing that is said about an interval may depend
 * on that.
 */
public final class KnownScopes {
  private final Directory directory;
  private final int scopes;
  private final int[] cuboidSizes;

  /** All that the directory holds now, and nothing that it is given later. */
  public KnownScopes(Directory directory) {
    this.directory = directory;
    this.scopes = directory.scopes();
    this.cuboidSizes = directory.cuboidSizes();
  }

  public Directory directory() {
    return directory;
  }

  public int scopes() {
    return scopes;
  }

  /** How many scopes of a cuboid. */
  public int cuboidSize(int cuboid) {
    return cuboidSizes[cuboid];
  }

  public int leaves() {
    return cuboidSizes[cuboidSizes.length - 1];
  }

  /** How many values of a dimension: as many as its cuboid has scopes, which follow the total. */
  public int values(int dimension) {
    return cuboidSizes[1 + dimension];
  }
}
