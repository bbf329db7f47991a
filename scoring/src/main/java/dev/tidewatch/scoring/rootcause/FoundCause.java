package dev.tidewatch.scoring.rootcause;

/**
 * A cell that changed as one.
 *
 * @param bits its cuboid
 * @param cell which of the cuboid's
 * @param drop the part by which its leaves lie below what was expected
 * @param gain how much better it explains the leaves than errors do, in nats, its costs paid
 */
record FoundCause(int bits, int cell, double drop, double gain) {}
