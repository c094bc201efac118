package dev.switchyard.domain.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.script.LaunchScript;
import dev.switchyard.domain.launch.shell.Invocation;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.launch.terminal.TerminalHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The use case that runs a plan in a terminal's window, by a script of its own.
public final class OpenTerminal {
  private final TerminalHost host;
  private final LaunchFolder files;
  private final Function<Message, String> texts;

  /// @param texts renders what the script says to the person
  public OpenTerminal(TerminalHost host, LaunchFolder files, Function<Message, String> texts) {
    this.host = host;
    this.files = files;
    this.texts = texts;
  }

  /// @return the script that runs in the window
  /// @throws PortException FAILED with the terminal's own words if it did not open, REFUSED for a
  ///   text that the script's language cannot hold, and what writing the script gives
  public Path open(LaunchPlan plan, InstalledTerminal terminal) throws PortException {
    var language = terminal.kind().language();
    var script = files.script(language.suffix(), text(plan, LaunchScript.in(language, texts)));
    host.open(terminal.command(script, plan.invocation().folder(), plan.title()));
    return script;
  }

  /// Opens a window that shows it works, and waits for Enter.
  public void test(InstalledTerminal terminal, Path folder) throws PortException {
    var words = texts.apply(Message.of("terminal.test.works", terminal.kind().name()));
    var invocation = new Invocation(folder, Map.of(), Map.of(), List.of("echo", words));
    open(new LaunchPlan("Switchyard", invocation, true), terminal);
  }

  private static String text(LaunchPlan plan, LaunchScript script) throws PortException {
    try {
      return script.text(plan);
    } catch (IllegalArgumentException e) {
      throw new PortException(PortException.Kind.REFUSED, Message.of("launch.cannot-write"), e);
    }
  }
}
