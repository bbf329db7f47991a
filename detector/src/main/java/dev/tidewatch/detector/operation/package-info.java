/**
 * What the API does: one {@link dev.tidewatch.detector.operation.Operation} for each of the 30,
 * gathered in {@link dev.tidewatch.detector.operation.Operations}, by a class for each kind of
 * thing they are about. Requests keep to the model's form when they come here and their callers may
 * call; what is left to check is what only the state of the server can tell. Knows no HTTP.
 */
@NullMarked
package dev.tidewatch.detector.operation;

import org.jspecify.annotations.NullMarked;
