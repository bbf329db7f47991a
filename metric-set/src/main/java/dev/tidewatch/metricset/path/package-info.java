/** Folders of intervals: path templates as the contract's section 5.1 has them. */
package dev.tidewatch.metricset.path;
