package dev.tidewatch.localaws.protocol;

import java.util.UUID;
import java.util.function.Consumer;

/** Writes the XML answers of AWS's Query protocol. */
public final class Xml {
  private final StringBuilder text = new StringBuilder();

  private Xml() {}

  /** The answer to a request that is refused, as the Query protocol has it. */
  public static String error(String namespace, String code, String message) {
    return document(
        "ErrorResponse",
        namespace,
        xml ->
            xml.element(
                    "Error",
                    error ->
                        error
                            .element("Type", "Sender")
                            .element("Code", code)
                            .element("Message", message))
                .element("RequestId", UUID.randomUUID().toString()));
  }

  /** A document with one root element. */
  public static String document(String root, String namespace, Consumer<Xml> content) {
    Xml xml = new Xml();
    xml.text.append('<').append(root).append(" xmlns=\"").append(escape(namespace)).append("\">");
    content.accept(xml);
    xml.text.append("</").append(root).append('>');
    return xml.text.toString();
  }

  public Xml element(String name, String value) {
    text.append('<').append(name).append('>').append(escape(value));
    text.append("</").append(name).append('>');
    return this;
  }

  public Xml element(String name, Consumer<Xml> content) {
    text.append('<').append(name).append('>');
    content.accept(this);
    text.append("</").append(name).append('>');
    return this;
  }

  public Xml text(String value) {
    text.append(escape(value));
    return this;
  }

  private static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    value.codePoints().forEach(character -> escaped.append(escape(character)));
    return escaped.toString();
  }

  private static String escape(int character) {
    return switch (character) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\t', '\n', '\r' -> "&#" + character + ";";
      default -> isXml(character) ? Character.toString(character) : "\uFFFD";
    };
  }

  // XML 1.0 has no place for other control characters, not even escaped.
  private static boolean isXml(int character) {
    return character >= 0x20
        && (character < 0xD800 || character > 0xDFFF)
        && character != 0xFFFE
        && character != 0xFFFF;
  }
}
