package dev.tidewatch.evaluation.speed;

import java.util.Map;

/** Something whose cost is measured; begins in a JVM in which nothing ran before. */
interface Trial {
  Map<Figure, Double> run();
}
