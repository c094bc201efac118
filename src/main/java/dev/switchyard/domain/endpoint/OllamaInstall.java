package dev.switchyard.domain.endpoint;

import dev.switchyard.domain.OperatingSystem;

/// The lines that install and upgrade Ollama, as the guide and its maker document them. They are
/// commands, so no translation applies.
public final class OllamaInstall {
  private OllamaInstall() {}

  public static String install(OperatingSystem system) {
    return switch (system) {
      case LINUX -> "curl -fsSL https://ollama.com/install.sh | sh";
      case MACOS -> "brew install ollama";
      case WINDOWS -> "winget install --id Ollama.Ollama";
    };
  }

  public static String upgrade(OperatingSystem system) {
    return switch (system) {
      case LINUX -> install(system);
      case MACOS -> "brew upgrade ollama";
      case WINDOWS -> "winget upgrade --id Ollama.Ollama";
    };
  }
}
