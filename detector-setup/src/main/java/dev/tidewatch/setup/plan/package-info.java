/** From what is and what shall be to a list of changes, and that list carried out. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.plan;
