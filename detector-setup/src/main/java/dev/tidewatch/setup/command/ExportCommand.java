package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudformation.TemplateWriter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the file as a CloudFormation template. */
@Command(
    name = "export",
    description = {
      "Writes the file as a CloudFormation template; 'import' reads it again. Asks nobody.",
      ""
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();
  @Mixin private final FileOption file = new FileOption();
  @Mixin private final ToOption to = new ToOption();

  @Option(names = "--json", description = "As JSON. Default: YAML.")
  private boolean json;

  @Override
  public Integer call() {
    Blueprint blueprint = file.read();
    TemplateWriter.Exported exported = TemplateWriter.write(blueprint);
    PrintWriter err = frame.err();
    exported.said().forEach(err::println);
    err.flush();
    to.write(json ? exported.json() : exported.yaml(), blueprint.name(), frame.out());
    return ExitCode.OK;
  }
}
