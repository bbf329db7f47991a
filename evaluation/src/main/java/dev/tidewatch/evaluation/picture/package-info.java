/**
 * Pictures of what the engine said about a series, for people to look at: one file of HTML each.
 * Start at {@link dev.tidewatch.evaluation.picture.PictureCommand}.
 */
package dev.tidewatch.evaluation.picture;
