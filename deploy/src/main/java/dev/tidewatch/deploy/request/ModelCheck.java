package dev.tidewatch.deploy.request;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * What the SDK's model of an API says against a request: members that are required and missing,
 * values of an enumeration it does not know.
 */
public final class ModelCheck {
  private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

  private final List<String> faults = new ArrayList<>();

  private ModelCheck() {}

  /** The faults, each as {@code member: what is wrong}; none when the request is right. */
  public static List<String> faults(SdkPojo request) {
    ModelCheck check = new ModelCheck();
    check.look("", request);
    return check.faults;
  }

  /**
   * Returns the request when the model has nothing against it.
   *
   * @throws IllegalArgumentException that names every fault
   */
  public static <T extends SdkPojo> T checked(T request) {
    List<String> faults = faults(request);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          request.getClass().getSimpleName() + ": " + String.join("; ", faults));
    }
    return request;
  }

  private void look(String path, SdkPojo pojo) {
    for (SdkField<?> field : pojo.sdkFields()) {
      String name = path.isEmpty() ? field.memberName() : path + "." + field.memberName();
      Object value = field.getValueOrDefault(pojo);
      if (value == null) {
        if (field.containsTrait(RequiredTrait.class)) {
          faults.add(name + ": is required");
        }
        continue;
      }
      if (value instanceof String text && isUnknown(pojo, field)) {
        faults.add(name + ": '" + text + "' is not one of the API's values");
      }
      lookInto(name, value);
    }
  }

  private void lookInto(String name, Object value) {
    if (value instanceof SdkPojo nested) {
      look(name, nested);
    } else if (value instanceof Collection<?> list) {
      list.forEach(each -> lookInto(name + "[]", each));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> lookInto(name + "." + key, each));
    }
  }

  /** Members with an enumeration have a getter that answers with its constant. */
  private static boolean isUnknown(SdkPojo pojo, SdkField<?> field) {
    String member = field.memberName();
    String getter = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    try {
      Method method = pojo.getClass().getMethod(getter);
      return method.getReturnType().isEnum()
          && method.invoke(pojo) instanceof Enum<?> constant
          && constant.name().equals(UNKNOWN);
    } catch (NoSuchMethodException noEnumeration) {
      return false;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the SDK's getter of " + member + " failed", e);
    }
  }
}
