/**
 * AWS's published e-commerce sample, made anew to the last digit. Start at {@link
 * dev.tidewatch.generator.sample.AwsSample}.
 */
package dev.tidewatch.generator.sample;
