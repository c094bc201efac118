package dev.switchyard;

import dev.switchyard.cli.Console;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.Switchyard;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.log.Crash;
import dev.switchyard.ui.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Starts Switchyard: the window, or with a command the command line.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var texts = new Texts(() -> Wiring.locale(StartOptions.parse(List.of(args))));
    var console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), texts);
    Thread.setDefaultUncaughtExceptionHandler((_, bug) -> tell(console, crash(args, bug)));
    int code = Switchyard.run(List.of(args), Wiring::new, () -> window(args), console);
    // A library's idle threads must not keep a finished command alive.
    System.exit(code);
  }

  private static int window(String[] args) throws PortException {
    var options = StartOptions.parse(List.of(args));
    if (options.training().filter(StartOptions.Training.COMMANDS::equals).isPresent()) {
      Training.runCommands();
      return 0;
    }
    try (var run = new PanelRun(options, Machine.real())) {
      run.run(args);
    }
    return 0;
  }

  /// For a bug on a thread that nobody waits for; the program goes on without what it was doing.
  private static void tell(Console console, Crash crash) {
    console.note(Switchyard.bug(crash.summary(), crash.file()));
  }

  private static Crash crash(String[] args, Throwable bug) {
    try (var wiring = new Wiring(StartOptions.parse(List.of(args)))) {
      return wiring.crashes().of(bug);
    }
  }

  /// Paths and JSON are UTF-8 whatever the locale says: a script must not depend on it.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
