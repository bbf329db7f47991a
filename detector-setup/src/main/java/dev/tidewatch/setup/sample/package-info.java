/**
 * From a sample of data to a first file: {@link dev.tidewatch.setup.sample.Sample} reads it, {@link
 * dev.tidewatch.setup.sample.Roles} guesses, {@link dev.tidewatch.setup.sample.Draft} writes.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.sample;
