package dev.tidewatch.consolecheck.browser;

import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.consolecheck.world.WorldKind;
import java.util.Locale;

/** The pages of the console, with what they say that they are. */
public enum ConsolePage {
  SIGN_IN("/sign-in"),
  OVERVIEW("/"),
  ANOMALY("/d/{detector}/a/{group}"),
  DETECTORS("/detectors"),
  DETECTOR("/d/{detector}"),
  DATASET("/d/{detector}/dataset"),
  QUALITY("/d/{detector}/quality"),
  ALERTS("/alerts"),
  ALERT("/alerts/{alert}"),
  EVENTS("/events"),
  BACKTEST("/backtest"),
  BACKTEST_FORM("/backtest?base={detector}"),
  TRIAL("/backtest/{trial}"),
  COMPARISON("/backtest?one={trial}&other=shop-trial-2"),
  PROMOTION("/backtest/{trial}/promote"),
  FEEDBACK("/feedback"),
  SYSTEM("/system");

  private final String template;

  ConsolePage(String template) {
    this.template = template;
  }

  /** Where it is in a world. */
  public String path(World world) {
    return template
        .replace("{detector}", world.detector())
        .replace("{group}", template.contains("{group}") ? world.group() : "")
        .replace("{trial}", "shop-trial-1")
        .replace("{alert}", "oncall");
  }

  /** As files and tables call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isOutside() {
    return this == SIGN_IN;
  }

  /** Whether such a world has it: some are about what a world does not hold. */
  public boolean isIn(WorldKind kind) {
    return switch (kind) {
      case SHOP, HOSTILE -> true;
      case LARGE -> !template.contains("{trial}");
      case HISTORY -> this == BACKTEST || this == BACKTEST_FORM;
      case EMPTY -> !template.contains("{");
    };
  }
}
