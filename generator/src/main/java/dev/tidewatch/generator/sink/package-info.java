/** Where records go: a Kinesis stream, a file, standard output. */
package dev.tidewatch.generator.sink;
