package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.time.Instant;

/**
 * Which stream it is; one deleted and made anew under its old name is another.
 *
 * @param arn the stream's ARN
 * @param created when it was made
 * @param retention how long it keeps records
 */
record StreamIdentity(String arn, Instant created, Duration retention) {}
