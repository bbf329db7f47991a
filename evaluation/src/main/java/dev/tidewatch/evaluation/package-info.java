/** Runs the detection engine, and the public methods beside it, over labelled data. */
package dev.tidewatch.evaluation;
