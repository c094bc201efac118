package dev.switchyard;

import dev.switchyard.cli.Console;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.Switchyard;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.ui.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Starts Switchyard: the window, or with a command the command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var texts = new Texts(Locale.getDefault());
    var console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), texts);
    int code = Switchyard.run(List.of(args), Wiring::new, () -> window(args), console);
    // A library's idle threads must not keep a finished command alive.
    System.exit(code);
  }

  private static int window(String[] args) throws PortException {
    var options = StartOptions.parse(List.of(args));
    try (var run = new PanelRun(options)) {
      run.run(args);
    } catch (UnsupportedOperationException e) {
      // JavaFX's word for a system without a display, or with one that it cannot open.
      throw new PortException(PortException.Kind.UNREACHABLE, Message.of("shell.no-display"), e);
    }
    if (options.training()) {
      Training.runCommands();
    }
    return 0;
  }

  /// Paths and JSON are UTF-8 whatever the locale says: a script must not depend on it.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
