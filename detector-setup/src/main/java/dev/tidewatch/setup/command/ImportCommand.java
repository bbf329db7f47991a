package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.BlueprintWriter;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.cloudformation.Answers;
import dev.tidewatch.setup.cloudformation.TemplateImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the YAML file of a CloudFormation template, or of a detector that is there. */
@Command(
    name = "import",
    description = {
      "Writes the YAML file of a CloudFormation template, or of a detector that is there already."
          + " What the file cannot hold is told.",
      ""
    })
public final class ImportCommand implements Callable<Integer> {
  @Mixin private final CommandFrame frame = new CommandFrame();

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sees to it
  private Source source;

  @Mixin private final ToOption to = new ToOption();

  @Option(
      names = "--parameter",
      paramLabel = "KEY=VALUE",
      description =
          "A parameter of the template, or a pseudo parameter such as AWS::AccountId. Repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--set",
      paramLabel = "PLACE=VALUE",
      description =
          "What the template does not tell: of a place, a resource or an attribute, such as"
              + " Role.Arn=arn:…. Repeatable.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--stack-name",
      paramLabel = "NAME",
      description = "The stack's name, for templates that make names of it.")
  private @Nullable String stackName;

  @Option(
      names = "--detector",
      paramLabel = "LOGICAL-ID",
      description = "Which detector of the template, when there are several.")
  private @Nullable String detector;

  private static final class Source {
    @Option(
        names = "--template",
        paramLabel = "FILE",
        required = true,
        description = "A CloudFormation template, JSON or YAML.")
    private @Nullable Path template;

    @Option(
        names = "--running",
        paramLabel = "NAME",
        required = true,
        description = "A detector behind the API, however it was made.")
    private @Nullable String running;
  }

  @Override
  public Integer call() {
    if (source.running != null) {
      write(RunningImport.read(source.running));
    } else if (source.template != null) {
      readTemplate(source.template);
    }
    return ExitCode.OK;
  }

  private void readTemplate(Path file) {
    TemplateImport template = TemplateImport.of(file, answers());
    List<String> detectors = detector == null ? template.detectors() : List.of(detector);
    if (detectors.size() > 1 && !to.isFolder()) {
      throw frame.mistake(
          "the template has the detectors "
              + String.join(", ", detectors)
              + ": choose with --detector, or give a folder with --to");
    }
    List<Imported> imported = detectors.stream().map(template::read).toList();
    template.checkAnswers();
    imported.forEach(this::write);
  }

  private Answers answers() {
    Map<String, String> known = new LinkedHashMap<>();
    Optional.ofNullable(System.getenv("AWS_REGION"))
        .or(() -> Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")))
        .ifPresent(region -> known.put("AWS::Region", region));
    Optional.ofNullable(stackName).ifPresent(name -> known.put("AWS::StackName", name));
    known.putAll(parameters);
    return new Answers(known, values, TerminalQuestions.open(frame.err()));
  }

  private void write(Imported imported) {
    PrintWriter err = frame.err();
    imported.said().forEach(err::println);
    err.flush();
    to.write(BlueprintWriter.write(imported.blueprint()), imported.blueprint().name(), frame.out());
  }
}
