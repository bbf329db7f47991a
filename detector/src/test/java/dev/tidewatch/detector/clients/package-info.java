/**
 * One scenario, driven by clients that know nothing of this project. Start at {@link
 * dev.tidewatch.detector.clients.ClientCheck}.
 */
package dev.tidewatch.detector.clients;
