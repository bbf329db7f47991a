package dev.tidewatch.localaws.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Tags;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A role. Guarded by {@link Roles}. */
final class Role {
  final String name;
  final String path;
  final String arn;
  final String id;
  final Instant created;
  final NavigableMap<String, String> policies = new TreeMap<>();
  final NavigableSet<String> attached = new TreeSet<>();
  String trust;
  String description = "";
  String boundary = "";
  int maxSession = 3_600;
  Tags tags = Tags.none();

  Role(String name, String path, String account, String id, Instant created, String trust) {
    this.name = requireNonNull(name, "name");
    this.path = requireNonNull(path, "path");
    this.arn = "arn:aws:iam::" + account + ":role" + path + name;
    this.id = requireNonNull(id, "id");
    this.created = requireNonNull(created, "created");
    this.trust = requireNonNull(trust, "trust");
  }

  /** As answers have it. */
  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Path", path)
            .put("RoleName", name)
            .put("RoleId", id)
            .put("Arn", arn)
            .put("CreateDate", created.toString())
            .put("AssumeRolePolicyDocument", encoded(trust))
            .put("MaxSessionDuration", maxSession);
    if (!description.isEmpty()) {
      json.put("Description", description);
    }
    if (!boundary.isEmpty()) {
      json.putObject("PermissionsBoundary")
          .put("PermissionsBoundaryType", "Policy")
          .put("PermissionsBoundaryArn", boundary);
    }
    if (!tags.equals(new Tags(Map.of()))) {
      json.set("Tags", tags.json());
    }
    json.putObject("RoleLastUsed");
    return json;
  }

  /** IAM answers documents as they stand in an address. */
  static String encoded(String document) {
    return URLEncoder.encode(document, UTF_8).replace("+", "%20");
  }
}
