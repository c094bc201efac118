package dev.switchyard.domain.launch.shell;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Texts made of what shells stumble over. The seed is part of every failure's text.
final class RandomTexts {
  private static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "'",
          "\"",
          "`",
          "$",
          "$HOME",
          "$(id)",
          "${x}",
          "%",
          "%PATH%",
          "%%",
          "&",
          "&&",
          "|",
          "<",
          ">",
          ";",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "{a,b}",
          "*",
          "?",
          "~",
          "#",
          "!",
          "!!",
          "^",
          "\\",
          "\\\\",
          "\\n",
          "-",
          "--",
          "-n",
          "=",
          ",",
          "@",
          ":",
          "/",
          ".",
          "..",
          "\t",
          "\n",
          "a",
          "Z",
          "0",
          "ü",
          "é",
          "ß",
          "€",
          "日本",
          "😀",
          "\u2018",
          "\u2019",
          "\u00a0",
          "C:\\dir\\");

  private final long seed;

  RandomTexts(long seed) {
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  Stream<String> texts(int count) {
    var random = new Random(seed);
    return Stream.generate(() -> text(random)).limit(count);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
