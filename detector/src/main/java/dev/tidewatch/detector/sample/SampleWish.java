package dev.tidewatch.detector.sample;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Properties;

/**
 * What was asked for last, as it is kept beside the files.
 *
 * @param wanted whether the sample is to be there
 * @param made whether its detector was created: if it is gone later, somebody deleted it
 */
record SampleWish(boolean wanted, boolean made, long seed, Instant anchor) {
  SampleWish {
    requireNonNull(anchor, "anchor");
  }

  SampleWish asMade() {
    return new SampleWish(wanted, true, seed, anchor);
  }

  SampleWish asUnwanted() {
    return new SampleWish(false, made, seed, anchor);
  }

  SampleShop shop() {
    return new SampleShop(seed, anchor);
  }

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("wanted", String.valueOf(wanted));
    properties.setProperty("made", String.valueOf(made));
    properties.setProperty("seed", String.valueOf(seed));
    properties.setProperty("anchor", anchor.toString());
    return properties;
  }

  static SampleWish of(Properties properties) {
    return new SampleWish(
        Boolean.parseBoolean(properties.getProperty("wanted")),
        Boolean.parseBoolean(properties.getProperty("made")),
        Long.parseLong(properties.getProperty("seed")),
        Instant.parse(properties.getProperty("anchor")));
  }
}
