package dev.tidewatch.consolecheck.world;

/** How things are called in a world. */
enum Words {
  PLAIN {
    @Override
    String measure(String word) {
      return word;
    }

    @Override
    String dimension(String word) {
      return word;
    }

    @Override
    String value(String word) {
      return word;
    }

    @Override
    String text(String text) {
      return text;
    }
  },
  /**
   * Scripts, marks that turn the direction of text, signs of several code points, no place to
   * break.
   */
  HOSTILE {
    @Override
    String measure(String word) {
      return wide(word);
    }

    @Override
    String dimension(String word) {
      return wide(word);
    }

    @Override
    String value(String word) {
      return "\u202E"
          + word
          + "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67</td><script>window.hostile=3</script>";
    }

    @Override
    String text(String text) {
      return text
          + " </textarea></script><svg onload=window.hostile=4> ${7*7} {{7*7}} \u200F\u05E9\u05DC\u05D5\u05DD "
          + "javascript:window.hostile=5 "
          + "W".repeat(120);
    }
  };

  /** The longest name a column may have, of the widest letters. */
  private static String wide(String word) {
    return word + "W".repeat(63 - word.length());
  }

  abstract String measure(String word);

  abstract String dimension(String word);

  abstract String value(String word);

  abstract String text(String text);
}
