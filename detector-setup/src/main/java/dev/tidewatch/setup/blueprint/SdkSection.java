package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads a section whose keys are the members of one of the SDK's classes, with a small first
 * letter: {@code roleArn}, {@code databaseName}. For the sources few people have.
 */
final class SdkSection {
  private SdkSection() {}

  /** The builder, filled; empty after problems were told. */
  static <B extends SdkPojo> Optional<B> read(YamlValue section, B builder) {
    List<String> keys = builder.sdkFields().stream().map(SdkSection::key).toList();
    return section.mapping(keys).map(mapping -> fill(mapping, builder));
  }

  /** What the file calls a member. */
  static String key(SdkField<?> field) {
    String name = field.memberName();
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    int small = Math.max(1, capitals > 1 ? capitals - 1 : 1);
    return name.substring(0, small).toLowerCase(java.util.Locale.ROOT) + name.substring(small);
  }

  private static <B extends SdkPojo> B fill(YamlMapping mapping, B builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      mapping
          .optional(key(field))
          .flatMap(value -> value(field, value))
          .ifPresent(read -> field.set(builder, read));
    }
    return builder;
  }

  private static Optional<?> value(SdkField<?> field, YamlValue value) {
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case STRING -> value.text("Write it as a text");
      case INTEGER -> value.wholeNumber(1, 65_535); // only ports are numbers
      case BOOLEAN -> value.flag();
      case SDK_POJO ->
          read(value, field.constructor().get())
              .map(builder -> ((SdkBuilder<?, ?>) builder).build());
      case LIST -> list(field, value);
      default -> throw new IllegalStateException("no source has a member of type " + type);
    };
  }

  private static Optional<List<Object>> list(SdkField<?> field, YamlValue value) {
    SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
    List<Object> read = new ArrayList<>();
    for (YamlValue entry : value.list(1, 100, "Write it as a list").orElse(List.of())) {
      value(element, entry).ifPresent(read::add);
    }
    return Optional.of(read).filter(list -> !list.isEmpty());
  }
}
