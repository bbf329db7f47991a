package dev.tidewatch.detector.intake.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.S3Address;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FolderBucketTest {
  private static final String BUCKET = "sthree-here";

  @TempDir Path folder;

  private FolderBucket bucket;
  private S3Objects objects;

  @BeforeEach
  void files() throws Exception {
    Path shown = folder.resolve("shown");
    write(shown.resolve("day/0000/a.csv"), "first");
    write(shown.resolve("day/0005/b.csv"), "second");
    write(shown.resolve("day/all.csv"), "whole");
    write(shown.resolve("day/.all.csv"), "unfinished");
    write(folder.resolve("secret"), "secret");
    bucket =
        new FolderBucket(
            BUCKET,
            shown,
            () -> {
              throw new IllegalStateException("another bucket");
            });
    objects = new S3Objects(bucket);
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static S3Address at(String key) {
    return new S3Address(BUCKET, key);
  }

  private static String key(S3Objects.Entry entry) {
    return entry.address().key();
  }

  @Test
  void listsWhatIsWholeDirectlyInAFolder() throws Exception {
    assertThat(objects.directlyIn(at("day"), 9))
        .extracting(FolderBucketTest::key)
        .containsExactly("day/all.csv");
  }

  @Test
  void listsEverythingThatBeginsAlike() throws Exception {
    assertThat(objects.beginningWith(at("day/00"), 1).orElseThrow())
        .extracting(FolderBucketTest::key)
        .containsExactly("day/0000/a.csv", "day/0005/b.csv");
  }

  @Test
  void isEmptyWhereThereIsNoFolder() throws Exception {
    assertThat(objects.directlyIn(at("night"), 9)).isEmpty();
  }

  @Test
  void readsAFile() throws Exception {
    String text = objects.read(at("day/0005/b.csv"), all -> new String(all.readAllBytes(), UTF_8));
    assertThat(text).isEqualTo("second");
    assertThat(objects.beginning(at("day/0005/b.csv"), 3)).isEqualTo("sec".getBytes(UTF_8));
  }

  @Test
  void saysThatAFileDoesNotExist() {
    assertThatThrownBy(() -> objects.beginning(at("day/c.csv"), 3))
        .isInstanceOf(S3Refusal.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void showsNothingOutsideItsFolder() throws Exception {
    assertThatThrownBy(() -> bucket.getObject(request -> request.bucket(BUCKET).key("../secret")))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("there is no ../secret");
    Files.createSymbolicLink(folder.resolve("shown/link"), folder.resolve("secret"));
    assertThatThrownBy(() -> objects.beginning(at("link"), 3)).isInstanceOf(S3Refusal.class);
    Files.createSymbolicLink(folder.resolve("shown/up"), folder);
    assertThatThrownBy(() -> objects.beginning(at("up/secret"), 3)).isInstanceOf(S3Refusal.class);
  }

  @Test
  void leavesOtherBucketsToOthers() {
    assertThatThrownBy(() -> objects.directlyIn(new S3Address("mine", "day"), 9))
        .hasMessage("another bucket");
  }
}
