/**
 * The front: {@link dev.tidewatch.detector.http.LookoutServer} listens, {@link
 * dev.tidewatch.detector.http.ApiRoutes} lets AWS clients in as they are. A request passes the gate
 * (signature, role, rate), then the parser, then the model's check, then its operation; whatever
 * goes wrong is answered in the API's own words, with the request's id.
 */
@NullMarked
package dev.tidewatch.detector.http;

import org.jspecify.annotations.NullMarked;
