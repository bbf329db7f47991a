/** Looks whether everything a detector needs is as it should be, and says how to mend it. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.doctor;
