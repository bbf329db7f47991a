package dev.tidewatch.setup.cloudformation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads templates, JSON or YAML. */
final class TemplateFile {
  private TemplateFile() {}

  /**
   * Reads a file.
   *
   * @throws InvalidTemplate when it cannot be read
   */
  static Template read(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw unreadable(file, "there is no such file");
    } catch (CharacterCodingException notUtf8) {
      throw unreadable(file, "the file is not UTF-8");
    } catch (IOException failure) {
      throw unreadable(file, "the file cannot be read: " + failure);
    }
  }

  private static InvalidTemplate unreadable(Path file, String problem) {
    return new InvalidTemplate(file.toString(), List.of(problem));
  }

  /**
   * Reads a text.
   *
   * @param name what problems are said to be in
   * @throws InvalidTemplate when it is no template
   */
  static Template read(String text, String name) {
    Template template =
        text.stripLeading().startsWith("{")
            ? new JsonTemplate(name).read(text)
            : new YamlTemplate(name).read(text);
    if (!template.section("Resources").isObject()) {
      throw new InvalidTemplate(
          name, List.of("is no CloudFormation template: it has no mapping Resources"));
    }
    template
        .section("Resources")
        .properties()
        .forEach(
            resource -> {
              if (!resource.getValue().isObject()) {
                throw new InvalidTemplate(
                    name,
                    List.of(template.place("Resources." + resource.getKey()) + ": is no resource"));
              }
            });
    return template;
  }
}
