/**
 * The AWS services Tidewatch meets, on this machine: for demos and tests. Start at {@link
 * dev.tidewatch.localaws.LocalAws}; no product module's main code uses it.
 */
package dev.tidewatch.localaws;
