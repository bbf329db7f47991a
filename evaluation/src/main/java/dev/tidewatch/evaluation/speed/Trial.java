package dev.tidewatch.evaluation.speed;

/** Something whose cost is measured; begins in a JVM in which nothing ran before. */
interface Trial {
  Figures run();
}
