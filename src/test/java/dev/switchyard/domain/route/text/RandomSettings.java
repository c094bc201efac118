package dev.switchyard.domain.route.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Settings files as people and programs leave them behind: any layout, line end, escape and order.
public final class RandomSettings {
  private static final List<String> NAMES =
      List.of(
          "theme",
          "hooks",
          "a b",
          "é",
          "\\u0041\\n",
          "statusLine2",
          "x\\\"y",
          "日本",
          "\\\\",
          "enabled",
          "$note");
  private final Random random;
  private final String lineEnd;
  private final String indent;
  private final String colon;
  private final boolean oneLine;

  public RandomSettings(Random random) {
    this.random = random;
    lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    indent = List.of("  ", "\t", "    ", "", " ").get(random.nextInt(5));
    colon = List.of(": ", ":", " : ").get(random.nextInt(3));
    oneLine = random.nextInt(4) == 0;
  }

  public byte[] next() {
    var mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
    return switch (random.nextInt(12)) {
      case 0 -> (mark + "{}").getBytes(UTF_8);
      case 1 -> (mark + "{ " + lineEnd + " }" + lineEnd).getBytes(UTF_8);
      case 2 -> (mark + lineEnd.repeat(random.nextInt(3))).getBytes(UTF_8);
      default ->
          (mark + " ".repeat(random.nextInt(2)) + root() + lineEnd.repeat(random.nextInt(3)))
              .getBytes(UTF_8);
    };
  }

  private String root() {
    var members = new ArrayList<String>();
    var names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    names
        .subList(0, random.nextInt(5))
        .forEach(name -> members.add("\"" + name + "\"" + colon + value(1)));
    if (random.nextBoolean()) {
      members.add("\"env\"" + colon + env());
    }
    if (random.nextBoolean()) {
      members.add("\"permissions\"" + colon + object(permissions(), 1));
    }
    if (random.nextInt(3) == 0) {
      members.add("\"model\"" + colon + "\"op\\u0075s\"");
    }
    Collections.shuffle(members, random);
    return object(members, 0);
  }

  private String env() {
    var members = new ArrayList<String>();
    for (var name :
        List.of("HOME_PAGE", "ANTHROPIC_BASE_URL", "FOO", "ANTHROPIC_MODEL", "ANTHROPIC_API_KEY")) {
      if (random.nextInt(3) == 0) {
        members.add("\"" + name + "\"" + colon + scalar());
      }
    }
    return object(members, 1);
  }

  private List<String> permissions() {
    var members = new ArrayList<String>();
    if (random.nextBoolean()) {
      members.add("\"allow\"" + colon + "[ \"Bash(ls)\" ]");
    }
    if (random.nextInt(3) == 0) {
      members.add("\"defaultMode\"" + colon + "\"plan\"");
    }
    if (random.nextInt(3) > 0) {
      members.add("\"deny\"" + colon + rules());
    }
    Collections.shuffle(members, random);
    return members;
  }

  private String rules() {
    var rules = new ArrayList<String>();
    for (var rule : List.of("Read(./.env)", "\\u0057orkflow", "Bash(rm:*)", "WebSearch", "é, ]")) {
      for (int i = random.nextInt(9); i > 5; i--) {
        rules.add("\"" + rule + "\"");
      }
    }
    Collections.shuffle(rules, random);
    return brackets(rules, 2, "[", "]");
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 4 ? 1 : 3)) {
      case 1 ->
          object(
              List.of("\"k\"" + colon + value(depth + 1), "\"env\"" + colon + value(depth + 1)),
              depth);
      case 2 -> "[" + value(depth + 1) + " ," + lineEnd + value(depth + 1) + "]";
      default -> scalar();
    };
  }

  private String scalar() {
    var scalars =
        List.of(
            "1.50",
            "-0",
            "1e3",
            "12345678901234567890123",
            "true",
            "false",
            "null",
            "\"\"",
            "\"\\ud83d\\ude00 😀\"",
            "\"a, \\\"b\\\": {c}\"",
            "\"http://x:1/\"",
            "[]",
            "{}",
            "\"\\/\"");
    return scalars.get(random.nextInt(scalars.size()));
  }

  private String object(List<String> members, int depth) {
    return brackets(members, depth, "{", "}");
  }

  private String brackets(List<String> entries, int depth, String open, String close) {
    if (entries.isEmpty()) {
      return open + List.of("", " ", lineEnd + indent.repeat(depth)).get(random.nextInt(3)) + close;
    }
    if (oneLine) {
      return open + " " + String.join(", ", entries) + " " + close;
    }
    var inner = lineEnd + indent.repeat(depth + 1);
    return open
        + inner
        + String.join("," + (random.nextInt(6) == 0 ? lineEnd : "") + inner, entries)
        + lineEnd
        + indent.repeat(depth)
        + close;
  }
}
