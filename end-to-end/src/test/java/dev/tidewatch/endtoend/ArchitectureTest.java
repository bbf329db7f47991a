package dev.tidewatch.endtoend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can hold. */
class ArchitectureTest {
  private static final String[] PURE = {
    "dev.tidewatch.metricset..",
    "dev.tidewatch.etl.shape..",
    "dev.tidewatch.generator.series..",
    "dev.tidewatch.scoring..",
    "dev.tidewatch.detector.wire..",
    "dev.tidewatch.setup.blueprint..",
    "dev.tidewatch.setup.plan..",
    "dev.tidewatch.detector.alerting.message.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Stream.of(
                      "metric-set",
                      "generator",
                      "local-aws",
                      "etl",
                      "etl-asl",
                      "scoring",
                      "evaluation",
                      "detector",
                      "detector-setup")
                  .map(
                      module -> Path.of(System.getProperty("repository"), module, "target/classes"))
                  .filter(Files::isDirectory) // some are not built for every Spark
                  .toList());

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("dev.tidewatch.(**)").should().beFreeOfCycles());
  }

  @Test
  void modulesMeetInTheMetricSetOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.metricset..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.tidewatch..")
                    .and(
                        com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAPackage("dev.tidewatch.metricset..")))));
    for (String module : new String[] {"generator", "etl", "localaws", "scoring", "setup"}) {
      check(
          noClasses()
              .that()
              .resideInAPackage("dev.tidewatch." + module + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage("dev.tidewatch..")
                      .and(
                          com.tngtech.archunit.base.DescribedPredicate.not(
                              resideInAPackage("dev.tidewatch." + module + "..")
                                  .or(resideInAPackage("dev.tidewatch.metricset.."))))));
    }
  }

  /** The detector uses the engine; besides, it meets the others through data and the metric set. */
  @Test
  void theDetectorKnowsTheEngineAndTheMetricSetOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.detector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.tidewatch.etl..",
                "dev.tidewatch.generator..",
                "dev.tidewatch.localaws..",
                "dev.tidewatch.evaluation.."));
  }

  /** A server that is asked by others keeps its parts in one order: who is asked knows no asker. */
  @Test
  void theDetectorsPartsAreInOneOrder() {
    for (String part :
        new String[] {
          "store", "wire", "access", "intake", "catalog", "anomaly", "alerting", "schedule"
        }) {
      check(
          noClasses()
              .that()
              .resideInAPackage("dev.tidewatch.detector." + part + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  "dev.tidewatch.detector.operation..",
                  "dev.tidewatch.detector.http..",
                  "dev.tidewatch.detector.server..",
                  "dev.tidewatch.detector.command.."));
    }
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.detector.alerting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tidewatch.detector.schedule.."));
  }

  @Test
  void whatComputesReadsNoClockAndNoRandomness() {
    check(noClasses().that().resideInAnyPackage(PURE).should().callMethod(Instant.class, "now"));
    check(
        noClasses().that().resideInAnyPackage(PURE).should().callMethod(Clock.class, "systemUTC"));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "currentTimeMillis"));
    check(
        noClasses().that().resideInAnyPackage(PURE).should().callMethod(System.class, "nanoTime"));
    check(noClasses().that().resideInAnyPackage(PURE).should().callConstructor(Random.class));
    check(noClasses().should().callMethod(Math.class, "random"));
  }

  @Test
  void shapingKnowsNeitherSparkNorAwsNorFiles() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.etl.shape..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.spark..", "software.amazon..", "java.nio.file..", "java.net.."));
  }

  @Test
  void scoringDoesNoInputAndOutput() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.scoring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.nio.file..", "java.net..", "org.apache..", "software.amazon.awssdk.."));
  }

  /** {@code Math} may answer differently on another machine; {@code StrictMath} may not. */
  @Test
  void scoringCountsTheSameOnEveryMachine() {
    for (String function :
        new String[] {
          "exp", "log", "log10", "log1p", "expm1", "sin", "cos", "tan", "atan", "tanh", "cbrt"
        }) {
      check(
          noClasses()
              .that()
              .resideInAPackage("dev.tidewatch.scoring..")
              .should()
              .callMethod(Math.class, function, double.class));
    }
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.tidewatch.scoring..")
            .should()
            .callMethod(Math.class, "pow", double.class, double.class));
  }

  @Test
  void sparkStaysAtTheEdges() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("dev.tidewatch.etl.deliver..", "dev.tidewatch.etl.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop.."));
  }

  @Test
  void nothingStaticChanges() {
    check(
        noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.FINAL)
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("dev.tidewatch.."));
  }

  @Test
  void nobodyHandsInAnOptional() {
    check(
        methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.tidewatch..") // not what is made of templates
            .and()
            .doNotHaveName("metrics") // Spark's own signature
            .should(new HaveNoParameterOf(Optional.class)));
  }

  @Test
  void namesSayWhatAThingServes() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
