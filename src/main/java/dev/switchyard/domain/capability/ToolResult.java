package dev.switchyard.domain.capability;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.capability.Step.Ask;
import dev.switchyard.domain.capability.Step.Done;
import java.util.List;
import java.util.Map;

/// The round trip: the model calls a tool, is given the result, and goes on from it.
final class ToolResult extends AnsweredProbe {
  private static final String WORD = "marigold";

  @Override
  public String id() {
    return "tool-result";
  }

  @Override
  Step after(Subject subject, List<Answer> answers) {
    if (answers.isEmpty()) {
      return new Ask(Tools.wanted(subject));
    }
    var call = answers.getFirst().toolUse().filter(use -> use.input().isPresent());
    if (call.isEmpty()) {
      return new Done(Judgement.unknown(Message.of("capability.tool-result.no-call")));
    }
    return answers.size() == 1
        ? new Ask(result(subject, call.get()))
        : new Done(judge(answers.getFirst(), answers.getLast()));
  }

  private static Question result(Subject subject, Block.ToolUse call) {
    return Tools.wanted(subject)
        .assistant(
            List.of(
                Map.of(
                    "type",
                    "tool_use",
                    "id",
                    call.id(),
                    "name",
                    call.name(),
                    "input",
                    call.input().orElse(Map.of()))))
        .user(List.of(Map.of("type", "tool_result", "tool_use_id", call.id(), "content", WORD)));
  }

  private static Judgement judge(Answer before, Answer after) {
    if (after.says(WORD)) {
      return Judgement.works(Message.of("capability.known", WORD));
    }
    if (after.toolUse().isPresent()) {
      return Judgement.ignored(Message.of("capability.tool-result.again"));
    }
    if (after.promptTokens() > before.promptTokens() && !after.text().isBlank()) {
      return Judgement.works(
          Message.of("capability.read", after.promptTokens() - before.promptTokens()));
    }
    return Judgement.ignored(Message.of("capability.tool-result.not-read"));
  }
}
