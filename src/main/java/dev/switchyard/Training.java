package dev.switchyard;

import dev.switchyard.cli.Console;
import dev.switchyard.cli.StartOptions;
import dev.switchyard.cli.Switchyard;
import dev.switchyard.ui.text.Texts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;

/// Shows every screen once, or runs the commands that scripts call most, so that the image's AOT
/// caches know what both load.
final class Training {
  /// Long enough for what a screen asks for to come and be shown, also on a busy machine.
  private static final Duration ON_EACH_SCREEN = Duration.ofSeconds(2);

  private static final List<List<String>> COMMANDS =
      List.of(
          // As most start it: in a home with settings, here those of the image's build.
          List.of("status", "--json"),
          // The one for people: figures and dates in each language.
          List.of("status", "--demo"),
          List.of("status", "--demo", "--json"),
          List.of("models", "--demo", "--json"),
          List.of("fit", "gemma4:26b", "--demo", "--json"),
          List.of("route", "--demo", "--json"));

  private final WindowWiring window;
  private final Runnable end;
  private final Deque<String> waiting = new ArrayDeque<>();

  Training(WindowWiring window, Runnable end) {
    this.window = window;
    this.end = end;
    window.screens().forEach(screen -> waiting.add(screen.id()));
  }

  /// Their answers are of no interest, and neither is whether they succeed.
  static void runCommands() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      var console = new Console(nowhere, nowhere, new Texts(locale));
      COMMANDS.forEach(command -> Switchyard.run(command, Wiring::new, () -> 0, console));
    }
  }

  void start() {
    askOwnHome();
    next();
  }

  /// The training shows a demonstration; what a start in a person's own home asks before its first
  /// picture is asked here.
  private static void askOwnHome() {
    try (var wiring = Wiring.ofWindow(StartOptions.parse(List.of()), Machine.real())) {
      var _ = wiring.locale();
      var _ = wiring.instancePlace();
      var _ = wiring.loginStart();
      var _ = wiring.server();
      var _ = wiring.startAgain();
    }
  }

  private void next() {
    if (waiting.isEmpty()) {
      end.run();
      return;
    }
    window.shell().show(waiting.remove());
    var pause = new PauseTransition(new javafx.util.Duration(ON_EACH_SCREEN.toMillis()));
    pause.setOnFinished(_ -> next());
    pause.play();
  }
}
