package dev.switchyard.domain.launch.script;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.LaunchPlan;
import dev.switchyard.domain.launch.shell.Posix;
import java.util.function.Function;

/// For `/bin/sh` on Linux and macOS.
record ShScript(Function<Message, String> texts) implements LaunchScript {
  private static final Posix SHELL = new Posix();

  @Override
  public String text(LaunchPlan plan) {
    var script = new StringBuilder("#!/bin/sh\n");
    script.append("# ").append(texts.apply(Message.of("launch.script.note"))).append('\n');
    begin(script, plan);
    script.append(SHELL.call(plan.invocation().command())).append('\n');
    script.append("code=$?\n");
    end(script, plan.staysOpen());
    return script.toString();
  }

  private void begin(StringBuilder script, LaunchPlan plan) {
    var folder = plan.invocation().folder();
    script.append(SHELL.changeTo(folder)).append(" || {\n");
    say(script, Message.of("launch.script.folder", folder.toString()));
    waitForEnter(script);
    script.append("  exit 1\n}\n");
    plan.invocation()
        .variables()
        .forEach((name, value) -> script.append(SHELL.export(name, value)).append('\n'));
    plan.invocation()
        .copied()
        .forEach((name, source) -> script.append(SHELL.exportCopy(name, source)).append('\n'));
  }

  private void end(StringBuilder script, boolean staysOpen) {
    script.append("case $code in\n");
    script.append("  0|").append(ExitHint.INTERRUPTED).append(") hint= ;;\n");
    ExitHint.KNOWN.forEach(hint ->
        script
            .append("  ")
            .append(hint.code())
            .append(") hint=")
            .append(quoted(hint.text()))
            .append(" ;;\n"));
    script.append("  *) hint=").append(quoted(ExitHint.OTHER)).append(" ;;\nesac\n");
    script.append("if [ -n \"$hint\" ]; then\n");
    script.append("  printf '\\n%s %s\\n%s\\n' ");
    script.append(quoted(Message.of("launch.script.exit-code"))).append(" \"$code\" \"$hint\"\n");
    if (staysOpen) {
      script.append("fi\n");
      waitForEnter(script);
    } else {
      waitForEnter(script);
      script.append("fi\n");
    }
    script.append("exit \"$code\"\n");
  }

  private void waitForEnter(StringBuilder script) {
    script
        .append("  printf '\\n%s ' ")
        .append(quoted(Message.of("launch.script.enter")))
        .append("\n  read -r _\n");
  }

  private void say(StringBuilder script, Message text) {
    script.append("  printf '%s\\n' ").append(quoted(text)).append('\n');
  }

  private String quoted(Message text) {
    return SHELL.quote(texts.apply(text));
  }
}
