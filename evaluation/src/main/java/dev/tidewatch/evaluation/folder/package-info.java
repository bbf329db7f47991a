/** The two folders every command works on. */
package dev.tidewatch.evaluation.folder;
