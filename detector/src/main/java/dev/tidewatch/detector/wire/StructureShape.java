package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An object with members; members it does not know are passed over, as AWS does. */
record StructureShape(List<Member> members) implements Shape {

  /**
   * @param name the API's word, such as {@code Tags}
   * @param wireName the word in the document, such as {@code tags}
   */
  record Member(String name, String wireName, boolean required, Shape shape) {}

  StructureShape {
    members = List.copyOf(members);
  }

  @Override
  public void check(JsonNode value, String path, Mistakes mistakes) {
    if (!value.isObject()) {
      mistakes.wrongType(path, "an object", value);
      return;
    }
    for (Member member : members) {
      check(member, value.path(member.wireName()), inside(path, member.name()), mistakes);
    }
  }

  private static void check(Member member, JsonNode value, String path, Mistakes mistakes) {
    if (!value.isMissingNode() && !value.isNull()) {
      member.shape().check(value, path, mistakes);
    } else if (member.required()) {
      mistakes.add(path, "is required and missing.");
    }
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
