package dev.tidewatch.localaws.sns;

import dev.tidewatch.localaws.protocol.Xml;
import java.util.Map;

/** Attributes as SNS answers them. */
final class AttributeXml {
  private AttributeXml() {}

  static void write(Xml xml, Map<String, String> attributes) {
    xml.element(
        "Attributes",
        list ->
            attributes.forEach(
                (key, value) ->
                    list.element(
                        "entry", entry -> entry.element("key", key).element("value", value))));
  }
}
