package dev.tidewatch.etl.deliver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectStoresTest {
  @ParameterizedTest
  @CsvSource({
    "s3a://bucket/out, write s3://bucket/prefix",
    "s3:///out, write s3://bucket/prefix",
    "hdfs://host/out, is no location",
    "out/folder, is no location",
    "file://host/out, with three slashes"
  })
  void saysHowALocationIsWritten(String location, String expected) {
    assertThatThrownBy(() -> ObjectStores.open(URI.create(location)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(location)
        .hasMessageContaining(expected);
  }

  @Test
  void tellsTheLocationItWasGiven() {
    for (String location : new String[] {"s3://bucket/some/prefix", "file:///some/folder"}) {
      try (var store = ObjectStores.open(URI.create(location))) {
        assertThat(store.location()).isEqualTo(location);
      }
    }
  }
}
