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

  /// As people write it: `model`, `ANTHROPIC_BASE_URL`, `permissions.defaultMode`.
  public String displayName() {
    return section == Section.PERMISSIONS ? "permissions." + name : name;
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

  /// `env.NAME`, `permissions.NAME`, or `.NAME` for the top: for files that are read again.
  public String stableName() {
    return section.memberName() + "." + name;
  }
}
