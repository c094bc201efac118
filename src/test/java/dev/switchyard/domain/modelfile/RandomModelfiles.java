package dev.switchyard.domain.modelfile;

import java.util.List;
import java.util.Random;

/// Random Modelfiles out of lines that are right, wrong, odd, or cut off.
final class RandomModelfiles {
  private static final List<String> LINES =
      List.of(
          "FROM gemma4:26b",
          "from ./weights.gguf",
          "PARAMETER num_ctx 65536",
          "parameter temperature 0.2",
          "PARAMETER stop \"<end>\"",
          "PARAMETER stop a  b ",
          "PARAMETER\ttop_p\t 0.9\t",
          "PARAMETER num_ctx 4096 # x",
          "PARAMETER  num_ctx 1",
          "PARAMETER num-ctx 1",
          "PARAMETER num_ctx",
          "SYSTEM \"\"\"",
          "\"\"\"",
          "two \"quoted\" words\"",
          "SYSTEM \"one",
          "TEMPLATE {{ .Prompt }}",
          "LICENSE \"\"\"a \"b\" c\"\"\" ",
          "MESSAGE user hello: you",
          "MESSAGE User hello",
          "MESSAGE user",
          "MESSAGE assistant \"\"",
          "# comment \"",
          "   # indented comment",
          "",
          "\t ",
          "FROM",
          "FROM ",
          "FRÖM x",
          "@FROM x",
          "\u00a0FROM nbsp",
          "SYSTEM a\u0001b\u00adc\u00a0d",
          "SYSTEM 日本 😀",
          "REQUIRES 0.14.0",
          "RENDERER gemma4",
          "DRAFT ./x",
          "\"",
          "x");
  private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r\n", "\r");

  private RandomModelfiles() {}

  static String text(Random random) {
    var text = new StringBuilder();
    int lines = random.nextInt(9);
    for (int i = 0; i < lines; i++) {
      text.append(LINES.get(random.nextInt(LINES.size())));
      text.append(
          i == lines - 1 && random.nextBoolean() ? "" : ENDS.get(random.nextInt(ENDS.size())));
    }
    return text.toString();
  }

  static String value(Random random) {
    var alphabet = List.of("a", "0.5", " ", "\"", "\"\"\"", "\n", "é", "#", "\t", "\\", "'");
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(alphabet.get(random.nextInt(alphabet.size())));
    }
    return text.toString();
  }
}
