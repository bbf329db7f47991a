/** Requests to AWS: checked against the SDK's model, sent, or only shown. */
@NullMarked
package dev.tidewatch.deploy.request;

import org.jspecify.annotations.NullMarked;
