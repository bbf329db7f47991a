/** CSV as RFC 4180 has it, in the dialects the contract allows. */
package dev.tidewatch.metricset.csv;
