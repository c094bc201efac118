package dev.switchyard.domain.capability;

import java.util.List;

/// All probes, one row each, in the order in which they are asked and shown.
public final class Probes {
  public static final List<Probe> ALL =
      List.of(
          new MultiTurn(),
          new Streaming(),
          new SystemPrompt(),
          new ToolCall(),
          new StreamedToolCall(),
          new ToolResult(),
          new Base64Image(),
          new UrlImage(),
          new Temperature(),
          new StopSequence(),
          new ToolChoice(),
          new PromptCaching(),
          new ThinkingBudget(),
          new TokenCounting(),
          new ErrorShapes(),
          new LongPrompt());

  private Probes() {}
}
