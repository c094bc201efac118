package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Fingerprint;
import dev.switchyard.domain.probe.CredentialKind;
import dev.switchyard.domain.probe.PromptPrefix;
import dev.switchyard.domain.probe.PromptPrefix.Part;
import dev.switchyard.domain.probe.WitnessedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Takes from a request what a proof needs, and nothing of what it says.
final class RequestReader {
  private static final Set<String> CREDENTIAL_HEADERS =
      Set.of("authorization", "x-api-key", "proxy-authorization", "cookie");

  private RequestReader() {}

  static WitnessedRequest read(Map<String, List<String>> headers, JsonNode body, long bytes) {
    return new WitnessedRequest(
        body.path("model").asString(""),
        isSubAgent(headers),
        credentials(headers),
        bytes,
        prefix(body));
  }

  static boolean isSubAgent(Map<String, List<String>> headers) {
    return headers.keySet().stream().anyMatch("x-claude-code-agent-id"::equalsIgnoreCase);
  }

  private static Map<String, CredentialKind> credentials(Map<String, List<String>> headers) {
    var kinds = new TreeMap<String, CredentialKind>();
    headers.forEach((name, values) -> {
      var header = name.toLowerCase(Locale.ROOT);
      for (var value : values) {
        if (CREDENTIAL_HEADERS.contains(header) || CredentialKind.looksLikeAnthropics(value)) {
          kinds.put(header, CredentialKind.of(value));
        }
      }
    });
    return kinds;
  }

  /// Servers put the system's part of the messages in front of the conversation.
  private static PromptPrefix prefix(JsonNode body) {
    var parts = new ArrayList<Part>();
    add(parts, "system", body.path("system"));
    parts.add(part("tools", body.path("tools")));
    var messages = body.path("messages");
    for (int i = 0; i < messages.size(); i++) {
      if (messages.path(i).path("role").asString("").equals("system")) {
        parts.add(part("messages[" + i + "]", messages.path(i)));
      }
    }
    return new PromptPrefix(parts);
  }

  private static void add(List<Part> parts, String name, JsonNode value) {
    if (!value.isArray()) {
      parts.add(part(name, value));
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      parts.add(part(name + "[" + i + "]", value.path(i)));
    }
  }

  private static Part part(String name, JsonNode value) {
    return new Part(name, Fingerprint.of(value.toString()).text());
  }
}
