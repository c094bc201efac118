package dev.switchyard.domain.capability;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A message of the model.
///
/// @param content its parts in their order
/// @param stopReason such as `end_turn` or `tool_use`; empty where none came
/// @param promptTokens as the server counted them; 0 where it did not say
/// @param streamed whether it came as events
/// @param pieces how many events brought a piece of the content; 0 where it came whole
/// @param firstToken from sending the request to the first piece of the content; to the end where
///   it came whole
public record Answer(
    List<Block> content,
    String stopReason,
    long promptTokens,
    boolean streamed,
    int pieces,
    Duration firstToken) {
  public Answer {
    content = List.copyOf(content);
  }

  /// What the model said, without what it thought.
  String text() {
    return content.stream()
        .filter(Block.Text.class::isInstance)
        .map(block -> ((Block.Text) block).text())
        .collect(Collectors.joining());
  }

  String thinking() {
    return content.stream()
        .filter(Block.Thinking.class::isInstance)
        .map(block -> ((Block.Thinking) block).text())
        .collect(Collectors.joining());
  }

  Optional<Block.ToolUse> toolUse() {
    return content.stream()
        .filter(Block.ToolUse.class::isInstance)
        .map(Block.ToolUse.class::cast)
        .findFirst();
  }

  boolean says(String word) {
    return text().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}
