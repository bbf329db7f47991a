package dev.tidewatch.localaws.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Calls;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

final class IamServerTest {
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
          + "{\"Service\":\"lookoutmetrics.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
          + "\"Resource\":\"arn:aws:s3:::a b+c/*\"}]}";
  private static final String MANAGED = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private Instant now = Instant.parse("2026-11-20T10:05:00Z");
  private final IamServer server =
      IamServer.start(new IamServer.Options(0, "000000000000", () -> now, new Calls()));
  private IamClient client;

  @BeforeEach
  void connect() {
    client =
        IamClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void keepsRoles() {
    create("reader");
    client.updateRole(r -> r.roleName("reader").description("d").maxSessionDuration(7_200));
    client.tagRole(r -> r.roleName("reader").tags(tag("b", "2")));
    client.untagRole(r -> r.roleName("reader").tagKeys("a"));

    Role role = client.getRole(r -> r.roleName("reader")).role();
    assertThat(role.arn()).isEqualTo("arn:aws:iam::000000000000:role/reader");
    assertThat(role.createDate()).isEqualTo(now);
    assertThat(role.description()).isEqualTo("d");
    assertThat(role.maxSessionDuration()).isEqualTo(7_200);
    assertThat(role.tags()).containsExactly(tag("b", "2"));
    assertThat(URLDecoder.decode(role.assumeRolePolicyDocument(), UTF_8)).isEqualTo(TRUST);
    assertThat(client.listRoleTags(r -> r.roleName("reader")).tags()).hasSize(1);
    String other = TRUST.replace("lookoutmetrics", "events");
    client.updateAssumeRolePolicy(r -> r.roleName("reader").policyDocument(other));
    assertThat(
            URLDecoder.decode(
                client.getRole(r -> r.roleName("reader")).role().assumeRolePolicyDocument(), UTF_8))
        .isEqualTo(other);
    assertThatThrownBy(() -> create("reader")).isInstanceOf(EntityAlreadyExistsException.class);
    assertThatThrownBy(() -> client.getRole(r -> r.roleName("none")))
        .isInstanceOf(NoSuchEntityException.class);
    assertThatThrownBy(() -> client.createRole(r -> r.roleName("x").assumeRolePolicyDocument("{}")))
        .isInstanceOf(MalformedPolicyDocumentException.class);
  }

  @Test
  void deletesNoRoleThatHasPolicies() {
    create("reader");
    client.putRolePolicy(r -> r.roleName("reader").policyName("p").policyDocument(POLICY));
    client.attachRolePolicy(r -> r.roleName("reader").policyArn(MANAGED));
    assertThat(
            URLDecoder.decode(
                client.getRolePolicy(r -> r.roleName("reader").policyName("p")).policyDocument(),
                UTF_8))
        .isEqualTo(POLICY);
    assertThat(client.listRolePolicies(r -> r.roleName("reader")).policyNames())
        .containsExactly("p");
    assertThat(client.listAttachedRolePolicies(r -> r.roleName("reader")).attachedPolicies())
        .extracting(AttachedPolicy::policyName)
        .containsExactly("ReadOnlyAccess");
    assertThatThrownBy(() -> client.deleteRole(r -> r.roleName("reader")))
        .isInstanceOf(DeleteConflictException.class);

    client.deleteRolePolicy(r -> r.roleName("reader").policyName("p"));
    assertThatThrownBy(() -> client.deleteRole(r -> r.roleName("reader")))
        .isInstanceOf(DeleteConflictException.class);
    client.detachRolePolicy(r -> r.roleName("reader").policyArn(MANAGED));
    client.deleteRole(r -> r.roleName("reader"));
    assertThat(client.listRoles().roles()).isEmpty();
    assertThatThrownBy(() -> client.deleteRole(r -> r.roleName("reader")))
        .isInstanceOf(NoSuchEntityException.class);
  }

  @Test
  void listsRolesInPages() {
    for (int number = 0; number < 3; number++) {
      create("r" + number);
    }
    assertThat(client.listRoles(r -> r.maxItems(2)).isTruncated()).isTrue();
    assertThat(client.listRolesPaginator(r -> r.maxItems(2)).roles()).hasSize(3);
  }

  @Test
  void showsARoleOnlyAfterSomeMoments() {
    server.rolesAppearAfter(Duration.ofSeconds(10));
    create("late");
    assertThatThrownBy(() -> client.getRole(r -> r.roleName("late")))
        .isInstanceOf(NoSuchEntityException.class);
    assertThatThrownBy(() -> create("late")).isInstanceOf(EntityAlreadyExistsException.class);

    now = now.plusSeconds(10);
    assertThat(client.getRole(r -> r.roleName("late")).role().roleName()).isEqualTo("late");
  }

  @Test
  void tellsWhoAsks() {
    try (StsServer sts = StsServer.start(0, "000000000000", new Calls());
        StsClient asking =
            StsClient.builder()
                .endpointOverride(sts.endpoint())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      GetCallerIdentityResponse identity = asking.getCallerIdentity();
      assertThat(identity.account()).isEqualTo("000000000000");
      assertThat(identity.arn()).isEqualTo("arn:aws:iam::000000000000:user/local");
    }
  }

  private void create(String name) {
    client.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST).tags(tag("a", "1")));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
