package dev.switchyard.domain.route.text;

/// A value as Claude Code uses it.
///
/// @param text the string; what is no string in the file is turned into one as JavaScript does it
/// @param isText whether it was a string in the file
public record SettingValue(String text, boolean isText) {}
