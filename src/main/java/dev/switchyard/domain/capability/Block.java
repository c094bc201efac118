package dev.switchyard.domain.capability;

import java.util.Map;
import java.util.Optional;

/// One part of a message.
public sealed interface Block {
  /// What the model says.
  record Text(String text) implements Block {}

  /// What it thinks before.
  record Thinking(String text) implements Block {}

  /// A call of a tool.
  ///
  /// @param id which the result must name
  /// @param input the arguments; empty where they are no JSON object
  record ToolUse(String id, String name, Optional<Map<String, Object>> input) implements Block {}

  /// A part of a kind that no probe asks for.
  record Other(String type) implements Block {}
}
