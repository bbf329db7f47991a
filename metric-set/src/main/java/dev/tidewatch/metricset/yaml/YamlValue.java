package dev.tidewatch.metricset.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file, with its place. What it should be but is not becomes a problem, and the
 * answer is then empty.
 */
public final class YamlValue {
  private final Node node;
  private final String path;
  private final Consumer<Problem> problems;

  YamlValue(Node node, String path, Consumer<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  public String path() {
    return path;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  YamlValue child(Node child, String key) {
    return new YamlValue(child, path.isEmpty() ? key : path + "." + key, problems);
  }

  /** A text that is not empty; numbers and the like are texts only in quotes. */
  public Optional<String> text(String remedy) {
    return anyText(remedy).filter(text -> !text.isBlank() || refuse("is empty", remedy));
  }

  /** A text, maybe an empty one. */
  public Optional<String> anyText(String remedy) {
    if (!(node instanceof ScalarNode scalar)) {
      problem("is " + kind() + ", not a text", remedy);
      return Optional.empty();
    }
    if (node.getTag().equals(Tag.NULL)) {
      problem("has no value", remedy);
      return Optional.empty();
    }
    if (!node.getTag().equals(Tag.STR)) {
      problem("'" + scalar.getValue() + "' is " + kind() + ", not a text", remedy);
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** A text that means something; its reader throws {@link IllegalArgumentException} otherwise. */
  public <T> Optional<T> as(Function<String, T> reader, String remedy) {
    return text(remedy).flatMap(text -> attempt(() -> reader.apply(text), remedy));
  }

  /** A text that means something; its reader answers empty otherwise. */
  public <T> Optional<T> as(Function<String, Optional<T>> reader, String what, String remedy) {
    Optional<String> text = text(remedy);
    Optional<T> read = text.flatMap(reader);
    if (text.isPresent() && read.isEmpty()) {
      problem("'" + text.get() + "' is no " + what, remedy);
    }
    return read;
  }

  /** What is made of values, unless they are refused by {@link IllegalArgumentException}. */
  public <T> Optional<T> attempt(Supplier<T> maker, String remedy) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException refusal) {
      problem(String.valueOf(refusal.getMessage()), remedy);
      return Optional.empty();
    }
  }

  public Optional<Integer> wholeNumber(int from, int to) {
    String remedy = "Use a whole number from " + from + " to " + to;
    if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.INT)) {
      problem(written().map(text -> "'" + text + "' is").orElse("is") + " no whole number", remedy);
      return Optional.empty();
    }
    Optional<Integer> number =
        Optional.of(scalar.getValue())
            .filter(text -> text.matches("[0-9]{1,9}"))
            .map(Integer::valueOf)
            .filter(value -> value >= from && value <= to);
    if (number.isEmpty()) {
      problem("'" + scalar.getValue() + "' is not from " + from + " to " + to, remedy);
    }
    return number;
  }

  /**
   * Whatever is written, as maps, lists, texts, numbers and booleans; empty where there is no
   * value.
   */
  public Optional<Object> plain() {
    try {
      return Optional.ofNullable(
          new StandardConstructor(LoadSettings.builder().build())
              .constructSingleDocument(Optional.of(node)));
    } catch (YamlEngineException unreadable) {
      problem("holds a tag or a value that means nothing here", "Use texts, numbers and lists");
      return Optional.empty();
    }
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> flag() {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Optional.of(Boolean.valueOf(scalar.getValue()));
    }
    problem(
        written().map(text -> "'" + text + "' is").orElse("is") + " neither true nor false",
        "Write true or false, without quotes");
    return Optional.empty();
  }

  /**
   * Keys with values, of which any key may stand, each once.
   *
   * @param max how many there may be
   * @param remedy what to write instead of something else
   */
  public Optional<Map<String, YamlValue>> entries(int max, String remedy) {
    if (!(node instanceof MappingNode mapping)) {
      problem(written().map(text -> "'" + text + "' is").orElse("is") + " no mapping", remedy);
      return Optional.empty();
    }
    if (mapping.getValue().size() > max) {
      problem("has " + mapping.getValue().size() + " entries", "Give it at most " + max);
    }
    return Optional.of(YamlMapping.entries(this, mapping));
  }

  public Optional<YamlMapping> mapping(List<String> keys) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(YamlMapping.open(this, mapping, keys));
    }
    String remedy = "Write it as keys with values: " + String.join(", ", keys);
    problem(written().map(text -> "'" + text + "' is").orElse("is") + " no mapping", remedy);
    return Optional.empty();
  }

  public Optional<List<YamlValue>> list(int from, int to, String remedy) {
    if (!(node instanceof SequenceNode sequence)) {
      problem(written().map(text -> "'" + text + "' is").orElse("is") + " no list", remedy);
      return Optional.empty();
    }
    List<YamlValue> values = new ArrayList<>();
    for (Node value : sequence.getValue()) {
      values.add(new YamlValue(value, path + "[" + values.size() + "]", problems));
    }
    if (values.size() < from || values.size() > to) {
      String size = from == 0 ? "at most " + to : "from " + from + " to " + to;
      problem("has " + values.size() + " entries", "Give it " + size);
    }
    return Optional.of(values);
  }

  public void problem(String message, String remedy) {
    problems.accept(new Problem(line(), column(), path, written().orElse(""), message, remedy));
  }

  private boolean refuse(String message, String remedy) {
    problem(message, remedy);
    return false;
  }

  private int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private int column() {
    return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  private Optional<String> written() {
    return node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private String kind() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return "true or false";
    }
    boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    return number ? "a number" : "tagged " + node.getTag();
  }
}
