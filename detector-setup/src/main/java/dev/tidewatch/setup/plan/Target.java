package dev.tidewatch.setup.plan;

/** A system that finds anomalies, and everything it needs around it. */
public interface Target {
  /**
   * What has to be done for everything to be as the file says. Looks, and changes nothing.
   *
   * @throws Conflict when something of somebody else is in the way
   */
  Plan plan(Planner planner);

  /**
   * What has to be done for nothing of the file to be left: only what carries its tag goes.
   *
   * @param deleteData whether the bucket goes too, with everything in it
   */
  Plan destruction(boolean deleteData);
}
