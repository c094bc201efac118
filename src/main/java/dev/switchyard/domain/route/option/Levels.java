package dev.switchyard.domain.route.option;

import dev.switchyard.domain.route.text.SettingKey;
import java.util.List;
import java.util.Map;

/// The levels of each option, from the mildest to the strongest, with what Claude Code 2.1.330 was
/// measured to send.
final class Levels {
  private static final Level NONE = Level.plain("none");

  private static final Level LIGHT =
      NONE.switching(
          "light",
          -13_783,
          "CLAUDE_CODE_DISABLE_WORKFLOWS",
          "CLAUDE_CODE_DISABLE_BUNDLED_SKILLS",
          "CLAUDE_CODE_DISABLE_CRON",
          "CLAUDE_CODE_DISABLE_AUTO_MEMORY");

  private static final Level MEDIUM =
      LIGHT.denying("medium", -23_104, "ScheduleWakeup", "ReportFindings", "ListAgents");

  private static final Level FULL = MEDIUM.denying("full", -32_428, "Agent", "Skill");

  static final List<Level> SLIM = List.of(NONE, LIGHT, MEDIUM, FULL);

  static final List<Level> EFFORT =
      List.of(
          Level.plain("default"), effort("low"), effort("medium"), effort("high"), effort("max"));

  static final List<Level> THINKING =
      List.of(
          Level.plain("on"),
          Level.env(
              "off", "CLAUDE_CODE_EXTRA_BODY", "{\"thinking\":{\"type\":\"disabled\"}}", -20));

  static final List<Level> TRAFFIC =
      List.of(
          new Level(
              "off",
              Map.of(
                  SettingKey.env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"),
                  "1",
                  SettingKey.env("CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL"),
                  "1"),
              0,
              0),
          new Level("on", Map.of(), -1_213, 3_994));

  private Levels() {}

  private static Level effort(String name) {
    return Level.env(name, "CLAUDE_CODE_EFFORT_LEVEL", name, -433);
  }
}
