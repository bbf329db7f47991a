package dev.tidewatch.scoring.relation;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.Set;

/**
 * Which measures cause which, as far as the user knows. Between two measures that are both named
 * here only what is declared holds, directly or through others; links to measures that are not
 * named are learnt.
 *
 * @param links the direct ones, by position in the metric set
 */
public record DeclaredLinks(Set<DeclaredLink> links) {
  /** The user says nothing. */
  public static final DeclaredLinks NONE = new DeclaredLinks(Set.of());

  public DeclaredLinks {
    links = Set.copyOf(requireNonNull(links, "links"));
    for (DeclaredLink link : links) {
      if (reaches(links, link.effect(), link.cause())) {
        throw new IllegalArgumentException(
            "declared links go round in a circle through measures "
                + link.cause()
                + " and "
                + link.effect());
      }
    }
  }

  /** Throws where a link speaks of a measure that is not one of so many. */
  void requireWithin(int measures) {
    for (DeclaredLink link : links) {
      if (Math.max(link.cause(), link.effect()) >= measures) {
        throw new IllegalArgumentException(
            "a declared link leads from measure %d to %d, but there are only 0 to %d"
                .formatted(link.cause(), link.effect(), measures - 1));
      }
    }
  }

  /** Whether the user says something about these two. */
  boolean speakOf(int measure, int other) {
    return names(measure) && names(other);
  }

  private boolean names(int measure) {
    return links.stream().anyMatch(link -> link.cause() == measure || link.effect() == measure);
  }

  /** Whether one causes the other, directly or through others. */
  boolean cause(int cause, int effect) {
    return reaches(links, cause, effect);
  }

  private static boolean reaches(Set<DeclaredLink> links, int from, int to) {
    BitSet reached = new BitSet();
    reached.set(from);
    boolean grew = true;
    while (grew) {
      int before = reached.cardinality();
      links.stream().filter(l -> reached.get(l.cause())).forEach(l -> reached.set(l.effect()));
      grew = reached.cardinality() > before;
    }
    return from != to && reached.get(to);
  }

  /**
   * That a measure causes another.
   *
   * @param cause position in the metric set
   * @param effect position in the metric set
   */
  public record DeclaredLink(int cause, int effect) {
    public DeclaredLink {
      if (cause < 0 || effect < 0 || cause == effect) {
        throw new IllegalArgumentException(
            "a link leads from one measure to another, not from " + cause + " to " + effect);
      }
    }
  }
}
