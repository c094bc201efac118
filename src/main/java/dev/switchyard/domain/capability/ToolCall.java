package dev.switchyard.domain.capability;

/// A tool's call in an answer that comes whole.
final class ToolCall extends ToolCalling {
  @Override
  public String id() {
    return "tool-call";
  }

  @Override
  Question question(Subject subject) {
    return Tools.wanted(subject);
  }
}
