/** The faults AWS shows now and then, at will. Start at {@link Faults}. */
package dev.tidewatch.localaws.kinesis.fault;
