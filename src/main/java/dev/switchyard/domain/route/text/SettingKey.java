package dev.switchyard.domain.route.text;

/// Where one value stands in a settings file.
///
/// @param section the object that holds it
/// @param name its name there
public record SettingKey(Section section, String name) {
  public static SettingKey top(String name) {
    return new SettingKey(Section.TOP, name);
  }

  public static SettingKey env(String name) {
    return new SettingKey(Section.ENV, name);
  }

  public static SettingKey permission(String name) {
    return new SettingKey(Section.PERMISSIONS, name);
  }

  /// A rule in `permissions.deny`.
  ///
  /// @param rule the text that stands in the array, such as the name of a tool
  public static SettingKey denied(String rule) {
    return new SettingKey(Section.DENY, rule);
  }

  /// As people write it: `model`, `ANTHROPIC_BASE_URL`, `permissions.defaultMode`,
  /// `permissions.deny[WebSearch]`.
  public String displayName() {
    return switch (section) {
      case TOP, ENV -> name;
      case PERMISSIONS -> "permissions." + name;
      case DENY -> "permissions.deny[" + name + "]";
    };
  }

  /// The inverse of [#stableName].
  ///
  /// @throws IllegalArgumentException if it is none
  public static SettingKey parse(String stableName) {
    for (var section : Section.values()) {
      var prefix = section.memberName() + ".";
      if (section != Section.TOP && stableName.startsWith(prefix)) {
        return new SettingKey(section, stableName.substring(prefix.length()));
      }
    }
    if (stableName.startsWith(".")) {
      return top(stableName.substring(1));
    }
    throw new IllegalArgumentException("not a settings key: " + stableName);
  }

  /// `env.NAME`, `permissions.NAME`, `deny.RULE`, or `.NAME` for the top: for files that are read
  /// again.
  public String stableName() {
    return section.memberName() + "." + name;
  }
}
