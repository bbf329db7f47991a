package dev.tidewatch.endtoend;

import dev.tidewatch.endtoend.ChildJvm.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Spark as distributions, EMR and Glue lay it out: a home folder with jars, among them an AWS SDK
 * that is not ours; and {@code spark-submit}, by the classes its script runs.
 */
final class SparkDistribution implements Closeable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String LAUNCHER = "org.apache.spark.launcher.Main";

  private final Path home;
  private final String scala;

  private SparkDistribution(Path home, String scala) {
    this.home = home;
    this.scala = scala;
  }

  /**
   * Lays one out.
   *
   * @param scala its binary version
   * @param classPath the file with the class path that the build made of Spark's artifacts
   */
  static SparkDistribution layOut(Path home, String scala, Path classPath) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String jar : Files.readString(classPath).strip().split(":")) {
      Path target = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(target.getFileName()), target);
    }
    packForeignSdk(jars.resolve("aws-sdk-of-the-platform.jar"));
    return new SparkDistribution(home, scala);
  }

  /** Runs spark-submit in local mode with two cores. */
  Outcome submit(Map<String, String> environment, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    line.addAll(List.of("--master", "local[2]", "--driver-memory", "1g"));
    line.addAll(List.of("--conf", "spark.ui.enabled=false"));
    line.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    line.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
    line.addAll(
        List.of(
            "--driver-java-options",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dlog4j2.configurationFile="
                + Repository.file("bin/log4j2.properties")));
    line.addAll(arguments);
    Map<String, String> all = new HashMap<>(environment);
    all.put("SPARK_HOME", home.toString());
    all.put("SPARK_SCALA_VERSION", scala); // bin/load-spark-env.sh sets it
    Outcome command = ChildJvm.run(jars(), all, PATIENCE, LAUNCHER, line);
    if (command.exitCode() != 0) {
      throw new AssertionError("the launcher of Spark:\n" + command.output());
    }
    // What bin/spark-class does with the launcher's answer: a line end, then words.
    String[] words = command.output().split("\0\n?", -1);
    return run(Arrays.asList(words).subList(1, words.length - 1), all);
  }

  /** Compiles Scala with the compiler of this Spark's Scala. */
  Path compile(Path jar, Path library, List<Path> sources) {
    List<String> arguments = new ArrayList<>(List.of("-usejavacp", "-d", jar.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    Outcome compiled =
        ChildJvm.run(jars() + ":" + library, Map.of(), PATIENCE, "scala.tools.nsc.Main", arguments);
    if (compiled.exitCode() != 0) {
      throw new AssertionError("scalac:\n" + compiled.output());
    }
    return jar;
  }

  /** Takes the links to Spark's jars away. */
  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.resolve("jars"))) {
      for (Path jar : jars) {
        Files.delete(jar);
      }
    }
  }

  private String jars() {
    return home.resolve("jars") + "/*";
  }

  private static Outcome run(List<String> command, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("spark-submit", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      try {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError("spark-submit did not end:\n" + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
      } finally {
        process.destroyForcibly();
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while spark-submit was running", e);
    }
  }

  /** An AWS SDK whose classes have nothing ours needs: who meets them fails. */
  private static void packForeignSdk(Path jar) throws IOException {
    Path classes = Files.createTempDirectory("foreign-sdk");
    List<String> names =
        List.of(
            "software.amazon.awssdk.utils.SystemSetting",
            "software.amazon.awssdk.core.SdkClient",
            "software.amazon.awssdk.services.kinesis.KinesisClient",
            "software.amazon.awssdk.services.s3.S3Client");
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      String source =
          "package %s; public interface %s {}"
              .formatted(name.substring(0, dot), name.substring(dot + 1));
      sources.add(
          new SimpleJavaFileObject(
              URI.create("mem:///" + name.replace('.', '/') + ".java"),
              JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
              return source;
            }
          });
    }
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, List.of("-d", classes.toString()), null, sources)
            .call();
    if (!compiled) {
      throw new AssertionError("the stand-in for the platform's SDK does not compile");
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : names) {
        String entry = name.replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        out.write(Files.readAllBytes(classes.resolve(entry)));
        out.closeEntry();
      }
    }
  }
}
