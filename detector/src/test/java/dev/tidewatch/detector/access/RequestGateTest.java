package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The way in with everything behind it that a server has. */
@Isolated("it looks at the whole process")
class RequestGateTest {
  private static final String HOME = "127.0.0.1";

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
  private final AtomicLong nanos = new AtomicLong();
  private final Clock clock = new MovableClock();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private SqliteDatabase database;
  private StoredAccessKeys keys;
  private SessionTokens sessions;

  private final class MovableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    SecureRandom random = new SecureRandom();
    SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
    keys = new StoredAccessKeys(database, cipher, random, clock);
    sessions = new SessionTokens(keys, cipher, random, clock);
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void close() {
    root().detachAppender(log);
    database.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private RequestGate gate(RateLimits rates) {
    return new RequestGate(
        SignatureScope.of("us-east-1"),
        keys,
        sessions,
        rates,
        FailedAttempts.of(nanos::get),
        clock);
  }

  private RequestGate gate() {
    return gate(RateLimits.off());
  }

  private SignedRequest signed(NewAccessKey key, String operation) {
    return signed(AwsCredentialsIdentity.create(key.key().id(), key.secret().reveal()), operation);
  }

  private SignedRequest signed(AwsCredentialsIdentity identity, String operation) {
    return Requests.signed("POST", "/" + operation, "{}", identity, "lookoutmetrics", now.get());
  }

  private static AwsSessionCredentialsIdentity identity(Session session) {
    return AwsSessionCredentialsIdentity.create(
        session.id(), session.secret().reveal(), session.token());
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, ListAlerts, true",
    "viewer, DescribeMetricSet, true",
    "viewer, GetAnomalyGroup, true",
    "viewer, ListTagsForResource, true",
    "viewer, PutFeedback, false",
    "viewer, CreateAlert, false",
    "viewer, TagResource, false",
    "viewer, DetectMetricSetConfig, false",
    "operator, GetFeedback, true",
    "operator, PutFeedback, true",
    "operator, UpdateAlert, false",
    "operator, ActivateAnomalyDetector, false",
    "admin, PutFeedback, true",
    "admin, DeleteAnomalyDetector, true",
    "admin, BackTestAnomalyDetector, true",
    "admin, SomethingNew, true"
  })
  void letsRolesDoTheirPart(String role, String operation, boolean allowed) {
    NewAccessKey key = keys.create(Role.of(role), "ann");
    SignedRequest request = signed(key, operation);
    if (allowed) {
      assertThat(gate().admit(request, operation, HOME))
          .isEqualTo(new Caller(key.key().id(), Role.of(role)));
    } else {
      RequestRefused refusal = Refusals.of(() -> gate().admit(request, operation, HOME));
      assertThat(refusal.error()).isEqualTo("AccessDeniedException");
      assertThat(refusal.status()).isEqualTo(403);
      assertThat(refusal)
          .hasMessageContaining(key.key().id())
          .hasMessageContaining("lookoutmetrics:" + operation)
          .hasMessageContaining("its role is " + role + ", the operation needs ");
    }
  }

  @Test
  void knowsARevokedKeyNoMore() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    RequestGate gate = gate();
    gate.admit(signed(key, "ListAlerts"), "ListAlerts", HOME);
    keys.revoke(key.key().id());
    assertThat(Refusals.of(() -> gate.admit(signed(key, "ListAlerts"), "ListAlerts", HOME)).error())
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  void notesWhenAKeyWasUsed() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    gate().admit(signed(key, "ListAlerts"), "ListAlerts", HOME);
    assertThat(keys.list().get(0).used()).contains(now.get());
  }

  @Test
  void letsTemporaryCredentialsActForTheirKey() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    Session session = sessions.issue(key.key().id(), Role.VIEWER, Duration.ofHours(1));
    assertThat(session.id()).matches("ASIA[A-Z2-7]{16}");
    AwsCredentialsIdentity identity = identity(session);
    assertThat(gate().admit(signed(identity, "ListAlerts"), "ListAlerts", HOME))
        .isEqualTo(new Caller(key.key().id(), Role.VIEWER));
    assertThat(
            Refusals.of(() -> gate().admit(signed(identity, "CreateAlert"), "CreateAlert", HOME))
                .error())
        .isEqualTo("AccessDeniedException");
  }

  @Test
  void endsTemporaryCredentialsByTheClock() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    Session session = sessions.issue(key.key().id(), Role.ADMIN, Duration.ofHours(1));
    now.set(session.expires().minusSeconds(1));
    assertThat(gate().admit(signed(identity(session), "ListAlerts"), "ListAlerts", HOME))
        .isNotNull();
    now.set(session.expires());
    RequestRefused refusal =
        Refusals.of(
            () -> gate().admit(signed(identity(session), "ListAlerts"), "ListAlerts", HOME));
    assertThat(refusal.error()).isEqualTo("ExpiredTokenException");
    assertThat(refusal.status()).isEqualTo(403);
  }

  @Test
  void endsTemporaryCredentialsWithTheirKey() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    Session session = sessions.issue(key.key().id(), Role.ADMIN, Duration.ofHours(1));
    keys.revoke(key.key().id());
    refusedAsUnknown(identity(session));
  }

  @Test
  void refusesTokensThatDoNotBelongToTheirId() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    Session one = sessions.issue(key.key().id(), Role.ADMIN, Duration.ofHours(1));
    Session two = sessions.issue(key.key().id(), Role.ADMIN, Duration.ofHours(1));
    String secret = one.secret().reveal();
    refusedAsUnknown(AwsSessionCredentialsIdentity.create(one.id(), secret, two.token()));
    refusedAsUnknown(AwsSessionCredentialsIdentity.create(one.id(), secret, "bm90IG91cnM="));
    refusedAsUnknown(AwsSessionCredentialsIdentity.create(one.id(), secret, "%%%"));
    refusedAsUnknown(
        AwsSessionCredentialsIdentity.create(key.key().id(), key.secret().reveal(), one.token()));
    refusedAsUnknown(AwsCredentialsIdentity.create(one.id(), secret)); // without its token
  }

  private void refusedAsUnknown(AwsCredentialsIdentity identity) {
    RequestRefused refusal =
        Refusals.of(() -> gate().admit(signed(identity, "ListAlerts"), "ListAlerts", HOME));
    assertThat(refusal.error()).isEqualTo("UnrecognizedClientException");
    assertThat(refusal).hasMessage("The security token included in the request is invalid.");
  }

  @Test
  void issuesNoMoreThanTheKeyHas() {
    String id = keys.create(Role.VIEWER, "ann").key().id();
    assertThatThrownBy(() -> sessions.issue(id, Role.OPERATOR, Duration.ofHours(1)))
        .hasMessage("a session of " + id + " can be viewer at most");
    assertThatThrownBy(() -> sessions.issue(id, Role.VIEWER, Duration.ofHours(37)))
        .hasMessageStartingWith("a session lasts 15 minutes to 36 hours");
    assertThatThrownBy(() -> sessions.issue("AKIANONE", Role.VIEWER, Duration.ofHours(1)))
        .hasMessage("there is no live access key AKIANONE");
  }

  @Test
  void countsSessionsWithTheirKey() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    RequestGate gate = gate(RateLimits.of(RateSettings.standard(), nanos::get));
    for (int i = 0; i < 5; i++) {
      gate.admit(signed(key, "CreateAlert"), "CreateAlert", HOME);
    }
    Session session = sessions.issue(key.key().id(), Role.ADMIN, Duration.ofHours(1));
    assertThat(
            Refusals.of(
                    () -> gate.admit(signed(identity(session), "CreateAlert"), "CreateAlert", HOME))
                .error())
        .isEqualTo("TooManyRequestsException");
  }

  @Test
  void slowsDownAnAddressThatKeepsFailing() {
    NewAccessKey key = keys.create(Role.ADMIN, "ann");
    RequestGate gate = gate();
    SignedRequest wrong = signed(AwsCredentialsIdentity.create("AKIAX", "x"), "ListAlerts");
    for (int i = 0; i < 20; i++) {
      assertThat(Refusals.of(() -> gate.admit(wrong, "ListAlerts", "10.0.0.9")).status())
          .isEqualTo(403);
    }
    assertThat(Refusals.of(() -> gate.admit(wrong, "ListAlerts", "10.0.0.9")).status())
        .isEqualTo(429);
    assertThat(gate.admit(signed(key, "ListAlerts"), "ListAlerts", HOME)).isNotNull();
    nanos.addAndGet(Duration.ofMillis(3_001).toNanos());
    assertThat(gate.admit(signed(key, "ListAlerts"), "ListAlerts", "10.0.0.9")).isNotNull();
  }

  @Test
  void tellsNoSecretToAnybody() {
    Level before = root().getLevel();
    root().setLevel(Level.TRACE);
    List<String> told = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    try {
      NewAccessKey key = keys.create(Role.OPERATOR, "canary");
      Session session = sessions.issue(key.key().id(), Role.VIEWER, Duration.ofHours(1));
      secrets.addAll(List.of(key.secret().reveal(), session.secret().reveal(), session.token()));
      SignedRequest byKey = signed(key, "ListAlerts");
      SignedRequest bySession = signed(identity(session), "CreateAlert");
      told.add(gate().admit(byKey, "ListAlerts", HOME).toString());
      told.add(Refusals.of(() -> gate().admit(bySession, "CreateAlert", HOME)).toString());
      now.set(now.get().plusSeconds(7_200));
      told.add(Refusals.of(() -> gate().admit(byKey, "ListAlerts", HOME)).toString());
      told.add(Refusals.of(() -> gate().admit(bySession, "ListAlerts", HOME)).toString());
      told.add(key + " " + session + " " + byKey + bySession + keys.find(key.key().id()));
      told.add(key.secret() + " " + keys.list());
      keys.revoke(key.key().id());
    } finally {
      root().setLevel(before);
    }
    List<ILoggingEvent> ours =
        log.list.stream() // the SDK signs here, as a client does, and tells what it signs
            .filter(event -> !event.getLoggerName().startsWith("software.amazon"))
            .toList();
    ours.forEach(event -> told.add(event.getFormattedMessage() + event.getThrowableProxy()));
    assertThat(ours).extracting(ILoggingEvent::getLevel).contains(Level.INFO, Level.DEBUG);
    for (String secret : secrets) {
      assertThat(told).noneMatch(text -> text.contains(secret));
    }
  }
}
