/** The generator as an AWS Lambda function on a schedule. */
package dev.tidewatch.generator.lambda;
