package dev.tidewatch.localaws.iam;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Operation;
import dev.tidewatch.localaws.protocol.Paging;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The operations on roles and their policies. */
final class RoleOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int A_PAGE = 100;
  private static final int MOST_A_PAGE = 1_000;

  private final Roles roles;
  private final InstantSource clock;
  private final String account;

  RoleOperations(Roles roles, InstantSource clock, String account) {
    this.roles = requireNonNull(roles, "roles");
    this.clock = requireNonNull(clock, "clock");
    this.account = requireNonNull(account, "account");
  }

  Map<String, Operation> all() {
    return Map.ofEntries(
        Map.entry("CreateRole", this::create),
        Map.entry("GetRole", answered((role, input) -> wrapped("Role", role.json()))),
        Map.entry("ListRoles", this::list),
        Map.entry("DeleteRole", this::delete),
        Map.entry("UpdateRole", done(RoleOperations::settings)),
        Map.entry(
            "UpdateAssumeRolePolicy",
            done(
                (role, input) ->
                    role.trust = Roles.document(input.required("PolicyDocument"), true))),
        Map.entry("PutRolePolicy", done(RoleOperations::putPolicy)),
        Map.entry("GetRolePolicy", answered(RoleOperations::policy)),
        Map.entry(
            "ListRolePolicies",
            answered((role, input) -> names(List.copyOf(role.policies.keySet()), input))),
        Map.entry("DeleteRolePolicy", done(RoleOperations::deletePolicy)),
        Map.entry(
            "AttachRolePolicy",
            done((role, input) -> role.attached.add(input.required("PolicyArn")))),
        Map.entry("DetachRolePolicy", done(RoleOperations::detach)),
        Map.entry("ListAttachedRolePolicies", answered(RoleOperations::attached)),
        Map.entry("TagRole", done((role, input) -> role.tags = role.tags.with(input))),
        Map.entry("UntagRole", done((role, input) -> role.tags = role.tags.without(input))),
        Map.entry("ListRoleTags", answered((role, input) -> tags(role))),
        // Roles are no instance profiles here, which those who delete roles ask for.
        Map.entry(
            "ListInstanceProfilesForRole",
            answered((role, input) -> ended(array("InstanceProfiles")))));
  }

  private ObjectNode create(Input input) {
    String name = input.required("RoleName");
    if (!name.matches("[\\w+=,.@-]{1,64}")) {
      throw input.refuse("The specified value for roleName is invalid: '" + name + "'.");
    }
    String path = input.text("Path", "/");
    if (!path.matches("/|/[\\x21-\\x7E]+/")) {
      throw input.refuse("The specified value for path is invalid: '" + path + "'.");
    }
    Role role =
        new Role(
            name,
            path,
            account,
            "AROA"
                + UUID.randomUUID()
                    .toString()
                    .replace("-", "")
                    .substring(0, 16)
                    .toUpperCase(Locale.ROOT),
            clock.instant(),
            Roles.document(input.required("AssumeRolePolicyDocument"), true));
    role.tags = role.tags.with(input);
    role.boundary = input.text("PermissionsBoundary", "");
    settings(role, input);
    roles.add(role);
    return wrapped("Role", role.json());
  }

  private ObjectNode delete(Input input) {
    roles.delete(input.required("RoleName"));
    return JSON.objectNode();
  }

  private ObjectNode list(Input input) {
    synchronized (roles) {
      String prefix = input.text("PathPrefix", "/");
      Paging<Role> page =
          page(roles.all().stream().filter(role -> role.path.startsWith(prefix)).toList(), input);
      ObjectNode answer = array("Roles");
      page.items().forEach(role -> answer.withArray("Roles").add(role.json()));
      return ended(answer, page);
    }
  }

  private static void settings(Role role, Input input) {
    role.description = input.text("Description", role.description);
    role.maxSession = input.whole("MaxSessionDuration", 3_600, 43_200, role.maxSession);
  }

  private static void putPolicy(Role role, Input input) {
    role.policies.put(
        input.required("PolicyName"), Roles.document(input.required("PolicyDocument"), false));
  }

  private static ObjectNode policy(Role role, Input input) {
    String name = input.required("PolicyName");
    if (!role.policies.containsKey(name)) {
      throw Roles.noSuch("The role policy with name " + name + " cannot be found.");
    }
    return JSON.objectNode()
        .put("RoleName", role.name)
        .put("PolicyName", name)
        .put("PolicyDocument", Role.encoded(role.policies.getOrDefault(name, "")));
  }

  private static void deletePolicy(Role role, Input input) {
    String name = input.required("PolicyName");
    if (role.policies.remove(name) == null) {
      throw Roles.noSuch("The role policy with name " + name + " cannot be found.");
    }
  }

  private static void detach(Role role, Input input) {
    String arn = input.required("PolicyArn");
    if (!role.attached.remove(arn)) {
      throw Roles.noSuch("Policy " + arn + " was not found.");
    }
  }

  private static ObjectNode names(List<String> names, Input input) {
    Paging<String> page = page(names, input);
    ObjectNode answer = array("PolicyNames");
    page.items().forEach(name -> answer.withArray("PolicyNames").add(name));
    return ended(answer, page);
  }

  private static ObjectNode attached(Role role, Input input) {
    Paging<String> page = page(List.copyOf(role.attached), input);
    ObjectNode answer = array("AttachedPolicies");
    page.items()
        .forEach(
            arn ->
                answer
                    .withArray("AttachedPolicies")
                    .addObject()
                    .put("PolicyName", arn.substring(arn.lastIndexOf('/') + 1))
                    .put("PolicyArn", arn));
    return ended(answer, page);
  }

  private static ObjectNode tags(Role role) {
    ObjectNode answer = JSON.objectNode();
    answer.set("Tags", role.tags.json());
    return ended(answer);
  }

  /** An operation on one role that answers. */
  private Operation answered(BiFunction<Role, Input, ObjectNode> what) {
    return input -> {
      synchronized (roles) {
        return what.apply(roles.role(input.required("RoleName")), input);
      }
    };
  }

  /** An operation on one role that changes it. */
  private Operation done(BiConsumer<Role, Input> what) {
    return answered(
        (role, input) -> {
          what.accept(role, input);
          return JSON.objectNode();
        });
  }

  private static <T> Paging<T> page(List<T> all, Input input) {
    return Paging.of(
        all, input.text("Marker", ""), input.whole("MaxItems", 1, MOST_A_PAGE, A_PAGE));
  }

  private static ObjectNode ended(ObjectNode answer) {
    return answer.put("IsTruncated", false);
  }

  private static ObjectNode ended(ObjectNode answer, Paging<?> page) {
    return page.next().isEmpty()
        ? ended(answer)
        : answer.put("IsTruncated", true).put("Marker", page.next());
  }

  private static ObjectNode array(String name) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode unused = answer.putArray(name);
    return answer;
  }

  private static ObjectNode wrapped(String name, ObjectNode value) {
    ObjectNode answer = JSON.objectNode();
    answer.set(name, value);
    return answer;
  }
}
