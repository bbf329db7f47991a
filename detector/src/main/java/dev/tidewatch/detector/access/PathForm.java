package dev.tidewatch.detector.access;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which path a signature is about. */
public enum PathForm {
  /** The one received. Nothing else has the same signature: what this server asks for. */
  AS_RECEIVED {
    @Override
    String of(String path) {
      return path;
    }
  },
  /** The one received without empty and dot segments (RFC 3986, section 5.2.4), as AWS does it. */
  NORMALIZED {
    @Override
    String of(String path) {
      Deque<String> segments = new ArrayDeque<>();
      for (String segment : path.split("/", -1)) {
        if (segment.equals("..")) {
          segments.pollLast();
        } else if (!segment.isEmpty() && !segment.equals(".")) {
          segments.add(segment);
        }
      }
      String joined = "/" + String.join("/", segments);
      return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
    }
  };

  abstract String of(String path);
}
