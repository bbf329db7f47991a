package dev.tidewatch.detector.console.view;

import java.util.Optional;

/**
 * Which part of a long list a page shows, and the way to the others.
 *
 * @param first the number of its first row, from 1; 0 where there is none
 * @param last of its last row
 */
public record PageLinks(
    int first, int last, int total, Optional<String> previous, Optional<String> next) {
  public static PageLinks of(View view, String path, int rows, int total) {
    int shown = Math.max(0, Math.min(rows, total - (view.page() - 1) * rows));
    int first = shown == 0 ? 0 : (view.page() - 1) * rows + 1;
    return new PageLinks(
        first,
        shown == 0 ? 0 : first + shown - 1,
        total,
        view.page() > 1 ? Optional.of(to(view, path, view.page() - 1)) : Optional.empty(),
        view.page() * rows < total
            ? Optional.of(to(view, path, view.page() + 1))
            : Optional.empty());
  }

  private static String to(View view, String path, int page) {
    return view.query().with("page", page == 1 ? "" : String.valueOf(page)).url(path);
  }
}
