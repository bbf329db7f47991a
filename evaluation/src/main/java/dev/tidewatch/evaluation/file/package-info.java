/** Files of text, packed or not. */
package dev.tidewatch.evaluation.file;
