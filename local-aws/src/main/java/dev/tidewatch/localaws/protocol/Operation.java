package dev.tidewatch.localaws.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a service does for one action, whichever protocol it is asked in. */
public interface Operation {
  /**
   * @throws AwsException when the request is refused
   */
  ObjectNode answer(Input input);

  /**
   * This operation for the Query protocol.
   *
   * @param invalid the service's code for a request that breaks the rules
   */
  default Function<Form, Consumer<Xml>> overQuery(String invalid) {
    return form -> {
      ObjectNode result = answer(new Input(Trees.read(form), invalid));
      return xml -> Trees.write(xml, result);
    };
  }
}
