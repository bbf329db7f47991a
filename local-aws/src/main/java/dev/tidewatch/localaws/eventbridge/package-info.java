/**
 * EventBridge's default bus. Start at {@link dev.tidewatch.localaws.eventbridge.EventBridgeServer}.
 */
package dev.tidewatch.localaws.eventbridge;
