package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;

/// A call of a tool that was offered and asked for, with arguments that can be read.
abstract class ToolCalling extends AnsweredProbe {
  abstract Question question(Subject subject);

  @Override
  final Step after(Subject subject, List<Answer> answers) {
    return answers.isEmpty() ? new Ask(question(subject)) : new Done(judge(answers.getFirst()));
  }

  Judgement judge(Answer answer) {
    var call = answer.toolUse();
    if (call.isEmpty()) {
      return Judgement.ignored(Message.of("capability.tool-call.in-words"));
    }
    if (!call.get().name().equals(Tools.BASH)) {
      return Judgement.ignored(Message.of("capability.tool-call.another", call.get().name()));
    }
    var command =
        call.get().input().map(input -> input.get(Tools.COMMAND)).filter(String.class::isInstance);
    if (command.isEmpty()) {
      return Judgement.ignored(Message.of("capability.tool-call.arguments"));
    }
    return answer.stopReason().equals("tool_use")
        ? Judgement.works(Message.of("capability.tool-call.works", command.get()))
        : Judgement.ignored(Message.of("capability.tool-call.stop-reason", answer.stopReason()));
  }
}
