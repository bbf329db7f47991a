/**
 * What people said is anomalous. Only pictures read it, for people to look at; nothing that scores
 * does.
 */
package dev.tidewatch.evaluation.label;
