package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service of AWS's Query protocol: a form comes, XML goes. */
public final class QueryService {
  private final String service;
  private final String namespace;
  private final Map<String, Function<Form, Consumer<Xml>>> operations;
  private final Calls calls;

  /**
   * @param service IAM's name of it, such as {@code sns}
   * @param operations by action; each returns the content of its result element
   */
  public QueryService(
      String service,
      String namespace,
      Map<String, Function<Form, Consumer<Xml>>> operations,
      Calls calls) {
    this.service = requireNonNull(service, "service");
    this.namespace = requireNonNull(namespace, "namespace");
    this.operations = Map.copyOf(operations);
    this.calls = requireNonNull(calls, "calls");
  }

  public Reply answer(Form form) {
    String action = form.text("Action", "");
    try {
      return calls.serve(
          new Call(service, action, form.text("TopicArn", "")), () -> done(action, form));
    } catch (AwsException refused) {
      return Reply.xml(refused.status(), Xml.error(namespace, refused.code(), refused.text()));
    }
  }

  private Reply done(String action, Form form) {
    @Nullable Function<Form, Consumer<Xml>> operation = operations.get(action);
    if (operation == null) {
      throw new AwsException(
          400,
          "InvalidAction",
          "The action '" + action + "' is not served by this local " + service + ".");
    }
    Consumer<Xml> result = operation.apply(form);
    return Reply.xml(
        200,
        Xml.document(
            action + "Response",
            namespace,
            xml ->
                xml.element(action + "Result", result)
                    .element(
                        "ResponseMetadata",
                        metadata -> metadata.element("RequestId", UUID.randomUUID().toString()))));
  }
}
