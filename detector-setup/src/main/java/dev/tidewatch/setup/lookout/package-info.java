/** Everything a detector behind the Lookout for Metrics API needs, each as a resource of a plan. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.lookout;
