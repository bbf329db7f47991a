/** Reads the one YAML file and tells all its mistakes at once. */
package dev.tidewatch.metricset.yaml;
