package dev.switchyard.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.preference.Preferences;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

class TerminalViewModelTest {
  private final LaunchBench bench = new LaunchBench();
  private final ReadOnlyObjectWrapper<Preferences> preferences =
      new ReadOnlyObjectWrapper<>(Preferences.DEFAULT);
  private final TerminalViewModel model =
      new TerminalViewModel(
          bench.tasks,
          bench.terminals(),
          bench.opener(),
          Path.of("home"),
          preferences,
          change -> preferences.set(change.apply(preferences.get())));

  @Test
  void offersWhatIsInstalledBetweenAutomaticAndCustom() {
    bench.terminals = Set.of("xterm", "kitty");

    model.find();

    assertThat(model.choices())
        .extracting(TerminalViewModel.Choice::id)
        .containsExactly("", "kitty", "xterm", "custom");
    assertThat(model.chosen().name())
        .isEqualTo(Message.of("launch.terminal.automatic-is", "kitty"));
  }

  @Test
  void aListenerHearsWhatIsFoundAlsoAfterTheCollectorHasRun() {
    var heard = new ArrayList<Integer>();
    model.choices().addListener((InvalidationListener) _ -> heard.add(model.choices().size()));
    var witness = new WeakReference<>(new Object());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (witness.get() != null) {
      assertThat(System.nanoTime()).as("waiting for the collector").isLessThan(end);
      System.gc();
      Thread.onSpinWait();
    }

    model.find();

    assertThat(heard).containsExactly(3);
  }

  @Test
  void aChoiceIsKept() {
    model.find();

    model.choose(model.choices().get(1));

    assertThat(preferences.get().terminal()).isEqualTo("xterm");
    assertThat(model.chosen().id()).isEqualTo("xterm");
  }

  @Test
  void aChosenTerminalThatIsGoneStaysVisible() {
    preferences.set(preferences.get().withTerminal("konsole"));

    model.find();

    assertThat(model.chosen().name()).isEqualTo(Message.of("launch.terminal.gone", "konsole"));
  }

  @Test
  void theTestSaysWhatItOpenedOrWhyNot() {
    model.test();
    assertThat(model.noteProperty().get())
        .contains(new TerminalViewModel.Note(false, Message.of("launch.terminal.opened", "xterm")));
    assertThat(bench.written.getFirst()).contains("terminal.test.works");

    var text = Message.of("terminal.failed", "xterm", "no display");
    bench.terminalFails = Optional.of(new PortException(PortException.Kind.FAILED, text));
    model.test();
    assertThat(model.noteProperty().get()).contains(new TerminalViewModel.Note(true, text));
  }

  @Test
  void aCustomCommandWithoutAPlaceForTheScriptIsFoundOutByTheTest() {
    preferences.set(preferences.get().withTerminal("custom"));
    model.setCustom(" st -e ");

    model.test();

    assertThat(preferences.get().customTerminal()).isEqualTo("st -e");
    assertThat(model.noteProperty().get().orElseThrow().text().key())
        .isEqualTo("terminal.custom.no-script");
  }
}
