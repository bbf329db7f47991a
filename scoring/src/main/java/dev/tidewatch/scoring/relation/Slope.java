package dev.tidewatch.scoring.relation;

/**
 * A measure regressed on another over scopes of unlike noise.
 *
 * @param elasticity the common slope, relative change on relative change
 * @param strength its distance from 0 in standard errors
 * @param unevenness the variance of the slope between classes of scopes, in units of its square,
 *     beyond what chance would make: near 0 where the slope is the same everywhere
 */
record Slope(double elasticity, double strength, double unevenness) {
  static final Slope NONE = new Slope(0, 0, 0);
}
