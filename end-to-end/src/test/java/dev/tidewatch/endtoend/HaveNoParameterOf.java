package dev.tidewatch.endtoend;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A method must not take a parameter of the given type. */
final class HaveNoParameterOf extends ArchCondition<JavaMethod> {
  private final Class<?> type;

  HaveNoParameterOf(Class<?> type) {
    super("have no parameter of type " + type.getSimpleName());
    this.type = type;
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    boolean takesIt =
        method.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    events.add(new SimpleConditionEvent(method, !takesIt, method.getFullName()));
  }
}
