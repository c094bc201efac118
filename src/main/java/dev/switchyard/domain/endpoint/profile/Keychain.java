package dev.switchyard.domain.endpoint.profile;

import dev.switchyard.domain.OperatingSystem;

/// How a system's own store of passwords takes a token, and prints it for Claude Code.
///
/// Sources: `security(1)` of macOS, `secret-tool(1)` of libsecret; on Windows, whose own store has
/// no program that prints what it holds, PowerShell's module SecretManagement.
///
/// @param store a line that asks for the token and keeps it, to be run once in a terminal
/// @param lookup a line that prints it
public record Keychain(String store, String lookup) {
  /// @param name of the endpoint, as [EndpointProfile] allows it
  public static Keychain of(OperatingSystem system, String name) {
    var entry = "switchyard-" + name;
    return switch (system) {
      case MACOS ->
          new Keychain(
              "security add-generic-password -U -a \"$USER\" -s " + entry + " -w",
              "security find-generic-password -w -s " + entry);
      case LINUX ->
          new Keychain(
              "secret-tool store --label=" + entry + " service " + entry,
              "secret-tool lookup service " + entry);
      case WINDOWS ->
          new Keychain(
              "powershell -NoProfile -Command Set-Secret -Name " + entry,
              "powershell -NoProfile -Command Get-Secret -AsPlainText -Name " + entry);
    };
  }
}
