package dev.tidewatch.setup.doctor;

import java.util.List;

/** Looks at one thing. */
interface Check {
  /** What was found; may throw what the SDK throws, which {@link Doctor} tells. */
  List<Finding> look();

  /** What it looks at, for when the look itself fails. */
  String subject();

  /** What to do when the look itself fails. */
  String remedy();
}
