package dev.tidewatch.scoring.relation;

/**
 * That one measure moves another.
 *
 * @param cause the measure that moves first or moves the other
 * @param effect the measure that is moved
 * @param lag after how many intervals
 * @param elasticity by how many percent the effect changes when the cause changes by one
 */
record Link(int cause, int effect, int lag, double elasticity) {}
