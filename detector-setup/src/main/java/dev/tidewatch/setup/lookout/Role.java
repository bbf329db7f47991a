package dev.tidewatch.setup.lookout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.plan.Attributes;
import dev.tidewatch.setup.plan.Difference;
import dev.tidewatch.setup.plan.Existing;
import dev.tidewatch.setup.plan.Existing.Owner;
import dev.tidewatch.setup.plan.Resource;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Tag;

/** An IAM role with one inline policy. */
final class Role implements Resource {
  /** Where our roles are among others. */
  static final String PATH = "/tidewatch/";

  private static final String POLICY = "least-privilege";

  private final IamClient iam;
  private final Patience patience;
  private final Mark mark;
  private final String name;
  private final String policy;

  /**
   * @param policy the document of what it may do
   */
  Role(IamClient iam, Patience patience, Mark mark, String name, String policy) {
    this.iam = iam;
    this.patience = patience;
    this.mark = mark;
    this.name = name;
    this.policy = policy;
  }

  @Override
  public String kind() {
    return "IAM role";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attributes desired() {
    return attributes(Policies.trust(), policy);
  }

  private static Attributes attributes(String trust, String policy) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("trust", Policies.normal(trust));
    texts.put("policy", Policies.normal(policy));
    return new Attributes(texts);
  }

  @Override
  public Optional<Existing> existing() {
    try {
      var role = iam.getRole(request -> request.roleName(name)).role();
      Map<String, String> tags =
          role.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
      Attributes attributes =
          attributes(decoded(role.assumeRolePolicyDocument()), existingPolicy());
      return Optional.of(new Existing(attributes, mark.owner(tags, Owner.FOREIGN)));
    } catch (NoSuchEntityException nothing) {
      return Optional.empty();
    }
  }

  private String existingPolicy() {
    try {
      return decoded(
          iam.getRolePolicy(request -> request.roleName(name).policyName(POLICY)).policyDocument());
    } catch (NoSuchEntityException notYet) {
      return "";
    }
  }

  /** IAM answers with documents as they stand in a URL. */
  private static String decoded(String document) {
    return URLDecoder.decode(document, UTF_8);
  }

  @Override
  public String create() {
    String arn =
        iam.createRole(
                request ->
                    request
                        .roleName(name)
                        .path(PATH)
                        .description("Made by detector-setup for " + mark.file())
                        .assumeRolePolicyDocument(Policies.trust())
                        .tags(Tag.builder().key(Mark.KEY).value(mark.file()).build()))
            .role()
            .arn();
    putPolicy();
    return arn;
  }

  @Override
  public void update(List<Difference> differences) {
    iam.updateAssumeRolePolicy(request -> request.roleName(name).policyDocument(Policies.trust()));
    putPolicy();
    iam.tagRole(
        request ->
            request.roleName(name).tags(Tag.builder().key(Mark.KEY).value(mark.file()).build()));
  }

  /** A role made a moment ago may not be known everywhere yet. */
  private void putPolicy() {
    patience.call(
        () ->
            iam.putRolePolicy(
                request -> request.roleName(name).policyName(POLICY).policyDocument(policy)),
        failure -> failure instanceof NoSuchEntityException);
  }

  @Override
  public void delete() {
    try {
      iam.listRolePoliciesPaginator(request -> request.roleName(name)).policyNames().stream()
          .forEach(
              each -> iam.deleteRolePolicy(request -> request.roleName(name).policyName(each)));
      iam.deleteRole(request -> request.roleName(name));
    } catch (NoSuchEntityException gone) {
      // somebody was faster
    }
  }
}
