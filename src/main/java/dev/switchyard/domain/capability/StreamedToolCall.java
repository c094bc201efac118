package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;

/// A tool's call in a streamed answer, as Claude Code asks for it.
final class StreamedToolCall extends ToolCalling {
  @Override
  public String id() {
    return "tool-call-streamed";
  }

  @Override
  Question question(Subject subject) {
    return Tools.wanted(subject).asStream();
  }

  @Override
  Judgement judge(Answer answer) {
    return answer.streamed()
        ? super.judge(answer)
        : Judgement.ignored(Message.of("capability.streaming.whole"));
  }
}
