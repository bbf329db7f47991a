/**
 * S3 over a folder of this machine, by S3Proxy. Start at {@link
 * dev.tidewatch.localaws.s3.S3Server}.
 */
package dev.tidewatch.localaws.s3;
