/** What is generated when nobody says otherwise: a web shop. */
package dev.tidewatch.generator.scenario;
