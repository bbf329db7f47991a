/** How much processor time methods take. */
package dev.tidewatch.evaluation.timing;
