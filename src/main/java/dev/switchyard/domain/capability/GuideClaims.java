package dev.switchyard.domain.capability;

import java.util.Map;
import java.util.Optional;

/// The guide's list "What works and what doesn't" of April 2026, by probe. It says nothing of the
/// shape of errors; of a prompt that is too long it says that Claude Code fails with an error.
public final class GuideClaims {
  /// When the list was written.
  public static final String SOURCE = "the guide's list \"What works and what doesn't\", 2026-04";

  /// @param works whether it works, as the guide has it
  /// @param byModel whether what the model makes of the request decides as well, so that no effect
  ///   says nothing against the endpoint
  private record Claim(boolean works, boolean byModel) {}

  private static final Claim WORKS = new Claim(true, false);
  private static final Claim WORKS_WITH_MODEL = new Claim(true, true);
  private static final Claim DOES_NOT = new Claim(false, false);

  private static final Map<String, Claim> CLAIMS =
      Map.ofEntries(
          // "Messages API (multi-turn conversation)"
          Map.entry("multi-turn", WORKS),
          // "Streaming responses"
          Map.entry("streaming", WORKS),
          // "System prompts"
          Map.entry("system-prompt", WORKS),
          // "Tool calling — file reads, file edits, bash execution", which needs all three.
          Map.entry("tool-call", WORKS_WITH_MODEL),
          Map.entry("tool-call-streamed", WORKS_WITH_MODEL),
          Map.entry("tool-result", WORKS_WITH_MODEL),
          // "Vision / image input (base64 only, not URL)"
          Map.entry("base64-image", WORKS),
          Map.entry("url-image", DOES_NOT),
          // "Temperature, top_p, stop sequences"
          Map.entry("temperature", WORKS),
          Map.entry("stop", WORKS),
          // "it silently falls back to auto"
          Map.entry("tool-choice", DOES_NOT),
          // "no performance benefit from repeated identical prompts"
          Map.entry("prompt-caching", DOES_NOT),
          // "parameter is accepted but not enforced"
          Map.entry("thinking-budget", DOES_NOT),
          // "Token counting endpoint"
          Map.entry("token-counting", DOES_NOT));

  /// How a server refuses what this model has not, and others may have: "does not support tools",
  /// "model does not support multimodal requests" (Ollama 0.25 to 0.33).
  private static final String OF_MODEL = "not support";

  private GuideClaims() {}

  /// Whether it works, as the guide has it; empty where it says nothing.
  public static Optional<Boolean> works(String probe) {
    return claim(probe).map(Claim::works);
  }

  /// Whether a finding shows that the endpoint does the opposite of what the guide says. What only
  /// this model cannot do does not.
  public static boolean isOutdatedBy(Finding finding) {
    return claim(finding.probe()).filter(claim -> contradicts(finding, claim)).isPresent();
  }

  private static boolean contradicts(Finding finding, Claim claim) {
    return switch (finding.verdict()) {
      case WORKS -> !claim.works();
      case IGNORED -> claim.works() && !claim.byModel();
      case REFUSED -> claim.works() && !isOfModel(finding);
      case UNKNOWN -> false;
    };
  }

  private static boolean isOfModel(Finding finding) {
    return finding.evidence().stream().anyMatch(one -> one.received().contains(OF_MODEL));
  }

  private static Optional<Claim> claim(String probe) {
    return Optional.ofNullable(CLAIMS.get(probe));
  }
}
