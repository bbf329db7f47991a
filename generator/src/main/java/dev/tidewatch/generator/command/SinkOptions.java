package dev.tidewatch.generator.command;

import dev.tidewatch.generator.sink.KinesisClients;
import dev.tidewatch.generator.sink.KinesisSink;
import dev.tidewatch.generator.sink.LineSink;
import dev.tidewatch.generator.sink.RecordSink;
import dev.tidewatch.generator.sink.SinkException;
import dev.tidewatch.generator.sink.StreamSetup;
import dev.tidewatch.metricset.StreamName;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Where records go. */
public final class SinkOptions {
  @Option(
      names = "--sink",
      paramLabel = "kinesis|file|stdout",
      description =
          "Where records go. Default: file when --out is given, kinesis when --stream is, else"
              + " stdout.")
  private @Nullable SinkKind sink;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "The Kinesis stream. Default: the one the metric set names.")
  private @Nullable String stream;

  @Option(
      names = "--create-stream",
      description = "Create the stream if there is none, and wait until it is ready.")
  private boolean createStream;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Shards of a created stream. Default: ${DEFAULT-VALUE}.")
  private int shards = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file, replaced if it exists; gzipped when its name ends with .gz.")
  private @Nullable Path out;

  SinkKind kind() {
    if (sink != null) {
      return sink;
    }
    if (out != null) {
      return SinkKind.file;
    }
    return stream != null || createStream ? SinkKind.kinesis : SinkKind.stdout;
  }

  /** Opens the sink; to be closed. */
  RecordSink open(StreamName defaultStream, byte[] header) {
    check();
    return switch (kind()) {
      case kinesis -> openStream(stream == null ? defaultStream : new StreamName(stream));
      case stdout -> LineSink.to(new FileOutputStream(FileDescriptor.out), header);
      case file -> openFile(header);
    };
  }

  private RecordSink openFile(byte[] header) {
    if (out == null) {
      throw new IllegalArgumentException("--sink file needs --out FILE");
    }
    return LineSink.toFile(out, header);
  }

  private RecordSink openStream(StreamName name) {
    try {
      return readyStream(KinesisClients.create(), name);
    } catch (SdkException e) {
      throw new SinkException(
          "cannot use stream '" + name.value() + "': " + KinesisClients.reason(e), e);
    }
  }

  private RecordSink readyStream(KinesisClient client, StreamName name) {
    try {
      StreamSetup setup = new StreamSetup(client, name.value());
      if (createStream) {
        setup.createIfAbsent(shards);
      } else {
        setup.requireStream();
      }
      return KinesisSink.to(client, name.value());
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private void check() {
    boolean kinesis = kind() == SinkKind.kinesis;
    if (!kinesis && (stream != null || createStream)) {
      throw new IllegalArgumentException(
          "--stream and --create-stream go with --sink kinesis, not with --sink " + kind());
    }
    if (kind() != SinkKind.file && out != null) {
      throw new IllegalArgumentException("--out goes with --sink file, not --sink " + kind());
    }
    if (shards < 1) {
      throw new IllegalArgumentException("a stream has 1 shard or more, not " + shards);
    }
  }
}
