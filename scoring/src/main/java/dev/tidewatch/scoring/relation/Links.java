package dev.tidewatch.scoring.relation;

import java.util.List;
import java.util.Optional;

/** What moves what, as far as is known now. Through others counts too. */
record Links(List<Link> links) {
  Links {
    links = List.copyOf(links);
  }

  Optional<Link> from(int cause, int effect) {
    return links.stream().filter(l -> l.cause() == cause && l.effect() == effect).findFirst();
  }

  boolean lead(int cause, int effect) {
    return from(cause, effect).isPresent();
  }
}
