package dev.switchyard.domain.launch.script;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.LaunchPlan;
import dev.switchyard.domain.launch.shell.Cmd;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// For Windows' command interpreter.
record CmdScript(Function<Message, String> texts) implements LaunchScript {
  private static final Cmd SHELL = Cmd.BATCH;
  private static final String LINE = "\r\n";

  @Override
  public String text(LaunchPlan plan) {
    // The second line makes cmd read the rest as UTF-8.
    var script = new StringBuilder("@echo off" + LINE + "chcp 65001 >nul" + LINE);
    script.append("rem ").append(texts.apply(Message.of("launch.script.note"))).append(LINE);
    var folder = plan.invocation().folder();
    script.append(SHELL.changeTo(folder)).append(" || (").append(LINE);
    say(script, Message.of("launch.script.folder", folder.toString()));
    waitForKey(script);
    script.append("exit 1").append(LINE).append(")").append(LINE);
    plan.invocation()
        .variables()
        .forEach((name, value) -> script.append(SHELL.export(name, value)).append(LINE));
    plan.invocation()
        .copied()
        .forEach((name, source) -> script.append(SHELL.exportCopy(name, source)).append(LINE));
    script.append(call(plan.invocation().command())).append(LINE);
    end(script, plan.staysOpen());
    return script.toString();
  }

  /// Without `call` another batch file, such as npm's `claude.cmd`, would not come back to this
  /// one.
  private static String call(List<String> command) {
    var program = command.getFirst().toLowerCase(Locale.ROOT);
    boolean batch = program.endsWith(".cmd") || program.endsWith(".bat");
    return (batch ? "call " : "") + SHELL.call(command);
  }

  private void end(StringBuilder script, boolean staysOpen) {
    script.append("set code=%ERRORLEVEL%").append(LINE);
    script.append("if %code%==0 goto done").append(LINE);
    script.append("echo(").append(LINE);
    script
        .append(SHELL.echo(texts.apply(Message.of("launch.script.exit-code"))))
        .append(" %code%")
        .append(LINE);
    script.append("if %code%==1 goto known").append(LINE);
    say(script, ExitHint.OTHER);
    script.append("goto wait").append(LINE).append(":known").append(LINE);
    say(script, ExitHint.KNOWN.getFirst().text());
    script.append("goto wait").append(LINE).append(":done").append(LINE);
    if (!staysOpen) {
      script.append("exit 0").append(LINE);
    }
    script.append(":wait").append(LINE);
    waitForKey(script);
    script.append("exit %code%").append(LINE);
  }

  private void say(StringBuilder script, Message text) {
    script.append(SHELL.echo(texts.apply(text))).append(LINE);
  }

  private void waitForKey(StringBuilder script) {
    say(script, Message.of("launch.script.enter"));
    script.append("pause >nul").append(LINE);
  }
}
