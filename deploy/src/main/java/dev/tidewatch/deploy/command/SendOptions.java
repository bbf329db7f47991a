package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.Upload;
import dev.tidewatch.deploy.job.Uploader;
import dev.tidewatch.deploy.request.Clients;
import dev.tidewatch.deploy.request.RequestRecorder;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

/** Where to, and whether really. */
final class SendOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "",
      description = "Instead of the one the AWS SDK finds.")
  private String region = "";

  @Option(
      names = "--dry-run",
      description = "Send nothing; print the requests as JSON. Needs no account.")
  private boolean dryRun;

  boolean isDry() {
    return dryRun;
  }

  /** Sends the files, then has the rest sent. */
  int send(List<Upload> uploads, Consumer<Clients> rest) {
    return dryRun ? show(uploads, rest) : really(uploads, rest);
  }

  /** Tells what is done, beside the output. */
  Consumer<String> talk() {
    PrintWriter err = spec.commandLine().getErr();
    return sentence -> {
      err.println(sentence);
      err.flush();
    };
  }

  private int really(List<Upload> uploads, Consumer<Clients> rest) {
    Clients clients = Clients.sending(region);
    try (S3Client s3 = clients.open(S3Client.builder())) {
      Uploader uploader = new Uploader(s3, talk());
      uploads.forEach(uploader::sendUnlessThere);
    }
    rest.accept(clients);
    return 0;
  }

  private int show(List<Upload> uploads, Consumer<Clients> rest) {
    RequestRecorder recorder = new RequestRecorder();
    Clients clients = Clients.recording(region, recorder);
    try (S3Client s3 = clients.open(S3Client.builder())) {
      Uploader uploader = new Uploader(s3, talk());
      uploads.forEach(uploader::send);
    }
    rest.accept(clients);
    PrintWriter out = spec.commandLine().getOut();
    out.println(RequestReport.json(recorder.recorded()));
    out.flush();
    talk().accept("dry run: " + recorder.recorded().size() + " requests, none of them sent");
    return 0;
  }
}
