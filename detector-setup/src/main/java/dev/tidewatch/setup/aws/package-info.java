/** How AWS and the detector server are reached: clients, identity, patience. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.aws;
