/** Finds what is wrong before it fails: {@link dev.tidewatch.setup.doctor.Check}. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.doctor;
