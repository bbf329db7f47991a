/**
 * A mailbox that takes mail for every address. Start at {@link
 * dev.tidewatch.localaws.mail.Mailbox}.
 */
package dev.tidewatch.localaws.mail;
