package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Map;

/// A tool that is forced: called although nothing in the conversation asks for it.
final class ToolChoice extends AnsweredProbe {
  @Override
  public String id() {
    return "tool-choice";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    if (answers.isEmpty()) {
      return new Ask(
          Question.to(subject, 64)
              .with("tools", List.of(Tools.RUN, Tools.TELL_TIME))
              .with("tool_choice", Map.of("type", "tool", "name", Tools.TIME))
              .user("Say hello."));
    }
    return new Done(judge(answers.getFirst()));
  }

  private static Judgement judge(Answer answer) {
    return answer
        .toolUse()
        .map(call ->
            call.name().equals(Tools.TIME)
                ? Judgement.works(Message.of("capability.tool-choice.called", call.name()))
                : Judgement.ignored(
                    Message.of("capability.tool-choice.another", Tools.TIME, call.name())))
        .orElseGet(
            () -> Judgement.ignored(Message.of("capability.tool-choice.in-words", Tools.TIME)));
  }
}
