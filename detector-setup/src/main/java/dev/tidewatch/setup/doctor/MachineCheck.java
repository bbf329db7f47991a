package dev.tidewatch.setup.doctor;

import java.util.List;

/** The machine this runs on. */
final class MachineCheck implements Check {
  @Override
  public List<Finding> look() {
    int version = Runtime.version().feature();
    return List.of(
        version >= 17
            ? Finding.good("Java " + Runtime.version())
            : Finding.bad("Java " + Runtime.version(), "Use Java 17, which Glue and EMR run"));
  }

  @Override
  public String subject() {
    return "Java";
  }

  @Override
  public String remedy() {
    return "Use Java 17";
  }
}
