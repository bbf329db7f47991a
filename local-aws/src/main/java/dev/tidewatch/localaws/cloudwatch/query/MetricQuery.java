package dev.tidewatch.localaws.cloudwatch.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.math.Expression;
import dev.tidewatch.localaws.cloudwatch.math.MathException;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One query of a list: either a statistic of a metric or an expression over the others.
 *
 * @param expression its text; empty for a statistic
 * @param label as given; empty for AWS's choice
 */
public record MetricQuery(
    String id, @Nullable MetricStat stat, String expression, String label, boolean returned) {
  public MetricQuery {
    if (!id.matches("[a-z][a-zA-Z0-9_]{0,254}")) {
      throw MetricErrors.validation(
          "The value '"
              + id
              + "' for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
    }
    requireNonNull(expression, "expression");
    requireNonNull(label, "label");
    if ((stat == null) == expression.isEmpty()) {
      throw MetricErrors.validation(
          "Exactly one of Expression and MetricStat is to be there in the query '" + id + "'.");
    }
    if (!expression.isEmpty()) {
      Expression unused = parsed(expression);
    }
  }

  /** The one query of something that asks for one statistic. */
  public static MetricQuery of(MetricStat stat) {
    return new MetricQuery("m1", stat, "", "", true);
  }

  static MetricQuery of(Input input) {
    return new MetricQuery(
        input.required("Id"),
        input.object("MetricStat").map(MetricStat::of).orElse(null),
        input.text("Expression", ""),
        input.text("Label", ""),
        input.flag("ReturnData", true));
  }

  public Optional<MetricStat> metricStat() {
    return Optional.ofNullable(stat);
  }

  public Optional<Expression> parsedExpression() {
    return expression.isEmpty() ? Optional.empty() : Optional.of(parsed(expression));
  }

  public boolean isBand() {
    return parsedExpression().map(Expression::isBand).orElse(false);
  }

  /** As answers have it. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("Id", id);
    metricStat().ifPresent(given -> json.set("MetricStat", given.json()));
    if (!expression.isEmpty()) {
      json.put("Expression", expression);
    }
    if (!label.isEmpty()) {
      json.put("Label", label);
    }
    return json.put("ReturnData", returned);
  }

  String shownLabel() {
    if (!label.isEmpty()) {
      return label;
    }
    return metricStat().map(given -> given.metric().name()).orElse(id);
  }

  private static Expression parsed(String text) {
    try {
      return Expression.parse(text);
    } catch (MathException broken) {
      throw MetricErrors.validation(String.valueOf(broken.getMessage()));
    }
  }
}
