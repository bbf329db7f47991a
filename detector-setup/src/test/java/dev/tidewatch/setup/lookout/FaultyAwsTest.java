package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.localaws.protocol.Judge;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/** AWS throttles, fails, refuses, and loses answers: what apply began, the next apply ends. */
class FaultyAwsTest {
  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void start() {
    ground = new Ground(folder);
  }

  @AfterAll
  static void stop() {
    ground.close();
  }

  @AfterEach
  void serveEverythingAgain() {
    ground.calls().clear();
  }

  private static List<String> asNamed(String name, List<String> state) {
    return state.stream().map(line -> line.replace(name, "NAME")).toList();
  }

  @Test
  void waitsWhileItIsThrottled() {
    ground.calls().judgedBy(Judge.firstOf(8, Call::isWrite, Fate.THROTTLED));
    String file = Shop.file("throttled");
    assertThatCode(() -> ground.apply(file)).doesNotThrowAnyException();
    assertThat(ground.plan(file).steps()).isEmpty();
  }

  @Test
  void endsInTheSameStateWhicheverWriteLostItsAnswer() {
    String whole = Shop.file("answered");
    ground.calls().clear();
    ground.apply(whole);
    ground.settled("answered");
    long writes = ground.calls().received().stream().filter(Call::isWrite).count();
    List<String> wanted = asNamed("answered", ground.state(whole));
    for (int n = 1; n <= writes; n++) {
      String name = "lost" + n;
      String file = Shop.file(name);
      ground.calls().judgedBy(Judge.atNth(n, Call::isWrite, Fate.ANSWER_LOST));
      applyOnceMoreWhereItFails(file);
      ground.settled(name);
      assertThat(asNamed(name, ground.state(file))).as("write %d", n).isEqualTo(wanted);
    }
    System.out.printf("answers of each of %d writes to AWS lost: the same state%n", writes);
  }

  private static void applyOnceMoreWhereItFails(String file) {
    try {
      ground.apply(file);
    } catch (SdkException half) {
      ground.calls().clear();
      ground.apply(file);
    }
  }

  @Test
  void stopsWhereItIsNotAllowedAndGoesOnOnceItIs() {
    String file = Shop.file("denied");
    ground
        .calls()
        .judgedBy(call -> call.action().equals("PutRolePolicy") ? Fate.DENIED : Fate.SERVED);
    assertThatThrownBy(() -> ground.apply(file)).hasMessageContaining("iam:PutRolePolicy");
    ground.calls().clear();
    ground.apply(file);
    assertThat(ground.plan(file).steps()).isEmpty();
  }

  @Test
  void plansForWhoeverGivesRolesOfTheirOwnAndMayLookAtNone() {
    String file =
        Shop.file("ownroles")
            .replace("history:", "role: arn:aws:iam::123456789012:role/mine\n        history:")
            .replaceAll("(?s)topics:.*", "");
    ground.apply(file);
    ground.calls().judgedBy(call -> call.action().equals("GetRole") ? Fate.DENIED : Fate.SERVED);
    assertThat(ground.plan(file).steps()).isEmpty();
    assertThat(ground.plan(file).notes()).anyMatch(note -> note.contains("iam:GetRole"));
  }

  @Test
  void asksForNothingThatItsPolicyDoesNotName() {
    ground.calls().clear();
    String file = Shop.file("asked");
    ground.apply(file);
    ground.destroy(file);
    assertThat(
            ground.calls().received().stream()
                .map(Call::permission)
                .filter(permission -> !permission.startsWith("s3:"))
                .collect(Collectors.toSet()))
        .isSubsetOf(
            "iam:CreateRole",
            "iam:DeleteRole",
            "iam:DeleteRolePolicy",
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:ListRolePolicies",
            "iam:PutRolePolicy",
            "sns:CreateTopic",
            "sns:DeleteTopic",
            "sns:GetSubscriptionAttributes",
            "sns:GetTopicAttributes",
            "sns:ListSubscriptionsByTopic",
            "sns:ListTagsForResource",
            "sns:ListTopics",
            "sns:Subscribe",
            "sns:TagResource",
            "sns:Unsubscribe",
            "sns:UntagResource");
  }
}
