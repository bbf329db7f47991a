/**
 * Cases of root-cause search kept in files, and the causes a method finds in them. A method is a
 * {@link dev.tidewatch.evaluation.rootcause.RootCauseMethod}.
 */
package dev.tidewatch.evaluation.rootcause;
