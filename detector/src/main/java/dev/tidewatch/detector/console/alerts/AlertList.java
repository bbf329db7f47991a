package dev.tidewatch.detector.console.alerts;

import dev.tidewatch.detector.console.view.PageLinks;
import java.util.List;

/**
 * The page of all alerts.
 *
 * @param detectors the names of all there are
 * @param all how many alerts there are, shown or not
 * @param mutes how many hold now
 */
public record AlertList(
    List<AlertRow> rows, List<String> detectors, int all, int mutes, PageLinks links) {}
