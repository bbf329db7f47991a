/**
 * A backtest of the whole engine on a labelled metric set: the older part is history, the newer
 * part is judged, and what was found is held against the labels.
 */
package dev.tidewatch.evaluation.backtest;
