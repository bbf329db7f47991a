package dev.tidewatch.scoring.relation;

import java.util.List;
import java.util.Optional;

/** What moves what, as far as is known now. Through others counts too. */
record Links(List<Link> links) {
  Links {
    links = List.copyOf(links);
  }

  Optional<Link> find(int cause, int effect) {
    return links.stream().filter(l -> l.cause() == cause && l.effect() == effect).findFirst();
  }

  boolean lead(int from, int to) {
    return find(from, to).isPresent();
  }
}
