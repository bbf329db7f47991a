/** How commands write what they found: tables for people, JSON for programs. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.report;
