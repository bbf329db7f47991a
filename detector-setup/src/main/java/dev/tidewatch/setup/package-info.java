/**
 * The hand that switches a detector on: one YAML file says what shall be, {@code plan} says what
 * differs, {@code apply} changes just that.
 */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup;
