package dev.switchyard.domain.launch.script;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.launch.LaunchPlan;
import dev.switchyard.domain.launch.shell.PowerShell;
import java.util.function.Function;

/// For Windows PowerShell and PowerShell. The mark at the beginning makes the old one read the file
/// as UTF-8.
record PowerShellScript(Function<Message, String> texts) implements LaunchScript {
  private static final PowerShell SHELL = new PowerShell();
  private static final String LINE = "\r\n";

  @Override
  public String text(LaunchPlan plan) {
    var script = new StringBuilder("\uFEFF# ");
    script.append(texts.apply(Message.of("launch.script.note"))).append(LINE);
    var folder = plan.invocation().folder();
    script
        .append("try { ")
        .append(SHELL.changeTo(folder))
        .append(" -ErrorAction Stop } catch {")
        .append(LINE);
    say(script, Message.of("launch.script.folder", folder.toString()));
    waitForEnter(script);
    script.append("exit 1").append(LINE).append("}").append(LINE);
    plan.invocation()
        .variables()
        .forEach((name, value) -> script.append(SHELL.export(name, value)).append(LINE));
    plan.invocation()
        .copied()
        .forEach((name, source) -> script.append(SHELL.exportCopy(name, source)).append(LINE));
    script.append(SHELL.call(plan.invocation().command())).append(LINE);
    end(script, plan.staysOpen());
    return script.toString();
  }

  private void end(StringBuilder script, boolean staysOpen) {
    script.append("$code = $LASTEXITCODE").append(LINE);
    script.append("if ($code -ne 0) {").append(LINE);
    script
        .append("Write-Host ")
        .append(quoted(Message.of("launch.script.exit-code")))
        .append(" $code")
        .append(LINE);
    script.append("if ($code -eq 1) {").append(LINE);
    say(script, ExitHint.KNOWN.getFirst().text());
    script.append("} else {").append(LINE);
    say(script, ExitHint.OTHER);
    script.append("}").append(LINE);
    if (staysOpen) {
      script.append("}").append(LINE);
      waitForEnter(script);
    } else {
      waitForEnter(script);
      script.append("}").append(LINE);
    }
    script.append("exit $code").append(LINE);
  }

  private void waitForEnter(StringBuilder script) {
    say(script, Message.of("launch.script.enter"));
    script.append("[void](Read-Host)").append(LINE);
  }

  private void say(StringBuilder script, Message text) {
    script.append("Write-Host ").append(quoted(text)).append(LINE);
  }

  private String quoted(Message text) {
    return SHELL.quote(texts.apply(text));
  }
}
