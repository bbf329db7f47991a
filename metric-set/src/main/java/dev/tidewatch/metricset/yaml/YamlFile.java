package dev.tidewatch.metricset.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML files so that all mistakes are told at once, each with its line, its value and what to
 * do. What a file means is up to the reader that is handed in.
 */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads a file.
   *
   * @param reader makes something of the top of the file, or tells the problems it has with it
   * @throws InvalidYamlFile when it cannot be read or has mistakes, telling all of them
   */
  public static <T> T read(Path file, Function<YamlValue, Optional<T>> reader) {
    try {
      return read(Files.readString(file), file.toString(), reader);
    } catch (NoSuchFileException missing) {
      throw unreadable(file, "there is no such file", "Check the path");
    } catch (CharacterCodingException notUtf8) {
      throw unreadable(file, "the file is not UTF-8", "Save it as UTF-8");
    } catch (IOException failure) {
      throw unreadable(
          file, "the file cannot be read: " + failure, "Check the path and its rights");
    }
  }

  private static InvalidYamlFile unreadable(Path file, String message, String remedy) {
    return new InvalidYamlFile(
        file.toString(), List.of(new Problem(1, 1, "", file.toString(), message, remedy)));
  }

  /**
   * Reads a text.
   *
   * @param name what problems are said to be in
   * @param reader as for a file
   * @throws InvalidYamlFile when it has mistakes, telling all of them
   */
  public static <T> T read(String text, String name, Function<YamlValue, Optional<T>> reader) {
    List<Problem> problems = new ArrayList<>();
    Optional<T> read =
        compose(text, name, problems)
            .flatMap(root -> reader.apply(new YamlValue(root, "", problems::add)));
    if (!problems.isEmpty()) {
      throw new InvalidYamlFile(name, problems);
    }
    return read.orElseThrow(() -> new IllegalStateException("nothing was read, and no problem"));
  }

  private static Optional<Node> compose(String text, String name, List<Problem> problems) {
    try {
      // A placeholder without quotes is a mapping for a key: to be told as what it is.
      var settings = LoadSettings.builder().setLabel(name).setAllowNonScalarKeys(true).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(new Problem(1, 1, "", "", "the file is empty", "Begin as the samples do"));
      }
      return root;
    } catch (MarkedYamlEngineException mistake) {
      problems.add(syntaxProblem(mistake));
    } catch (YamlEngineException mistake) {
      String message =
          String.valueOf(mistake.getMessage()).lines().findFirst().orElse("unreadable");
      problems.add(new Problem(1, 1, "", "", "is no YAML: " + message, "Save it as plain YAML"));
    }
    return Optional.empty();
  }

  private static Problem syntaxProblem(MarkedYamlEngineException mistake) {
    Optional<Mark> mark = mistake.getProblemMark().or(mistake::getContextMark);
    return new Problem(
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1,
        "",
        "",
        "is no YAML: " + mistake.getProblem().replaceFirst("\\.$", ""),
        "Check indentation, and quote values that begin with { or [ or hold ': '");
  }
}
