/** Conditions on messages, which filter policies and event patterns share. */
package dev.tidewatch.localaws.pattern;
