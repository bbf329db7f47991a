/** IAM's roles and STS's identity. Start at {@link dev.tidewatch.localaws.iam.IamServer}. */
package dev.tidewatch.localaws.iam;
