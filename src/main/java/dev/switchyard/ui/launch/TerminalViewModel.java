package dev.switchyard.ui.launch;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.OpenTerminal;
import dev.switchyard.domain.launch.terminal.CustomTerminal;
import dev.switchyard.domain.launch.terminal.InstalledTerminal;
import dev.switchyard.domain.launch.terminal.Terminals;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which terminal launches use: the choice in the settings, and trying it out.
public final class TerminalViewModel {
  private final Tasks tasks;
  private final Terminals terminals;
  private final OpenTerminal opener;
  private final Path home;
  private final ReadOnlyObjectProperty<Preferences> preferences;
  private final Consumer<UnaryOperator<Preferences>> change;
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();

  /// One for all: a view of the list that nobody holds is collected, and its listeners with it.
  private final ObservableList<Choice> shown = FXCollections.unmodifiableObservableList(choices);

  private final ReadOnlyObjectWrapper<Optional<Note>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param id as the settings keep it; empty for the automatic choice
  /// @param name what the person reads
  public record Choice(String id, Message name) {}

  /// What is to be said about the choice.
  public record Note(boolean problem, Message text) {}

  /// @param home where the test window opens
  /// @param change changes the preferences
  public TerminalViewModel(
      Tasks tasks,
      Terminals terminals,
      OpenTerminal opener,
      Path home,
      ReadOnlyObjectProperty<Preferences> preferences,
      Consumer<UnaryOperator<Preferences>> change) {
    this.tasks = tasks;
    this.terminals = terminals;
    this.opener = opener;
    this.home = home;
    this.preferences = preferences;
    this.change = change;
    choices.setAll(automatic(Message.of("launch.terminal.automatic")), custom());
  }

  /// Automatic first, then those that are installed, then the custom command.
  public ObservableList<Choice> choices() {
    return shown;
  }

  public ReadOnlyObjectProperty<Optional<Note>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences;
  }

  /// The choice that the settings hold; one that is not installed any more stays what it is.
  public Choice chosen() {
    var id = preferences.get().terminal();
    return choices.stream()
        .filter(choice -> choice.id().equals(id))
        .findFirst()
        .orElseGet(() -> new Choice(id, Message.of("launch.terminal.gone", id)));
  }

  public boolean isCustom() {
    return preferences.get().terminal().equals(CustomTerminal.ID);
  }

  /// Looks for terminals; the list shows them when they are found.
  public void find() {
    tasks.run(_ -> found(), choices::setAll, failure -> note.set(problem(failure)));
  }

  public void choose(Choice choice) {
    note.set(Optional.empty());
    change.accept(before -> before.withTerminal(choice.id()));
  }

  public void setCustom(String command) {
    note.set(Optional.empty());
    change.accept(before -> before.withCustomTerminal(command.strip()));
  }

  /// Opens a window of the chosen terminal that says that it works.
  public void test() {
    note.set(Optional.empty());
    var now = preferences.get();
    tasks.run(
        _ -> {
          var terminal = terminals.choose(Optional.empty(), now);
          opener.test(terminal, home);
          return terminal;
        },
        terminal ->
            note.set(
                Optional.of(
                    new Note(false, Message.of("launch.terminal.opened", terminal.kind().name())))),
        failure -> note.set(problem(failure)));
  }

  private List<Choice> found() {
    var found = new ArrayList<Choice>();
    found.add(automatic(nameOfAutomatic()));
    terminals.installed().forEach(terminal -> found.add(choice(terminal)));
    found.add(custom());
    return found;
  }

  private Message nameOfAutomatic() {
    try {
      var terminal = terminals.choose(Optional.empty(), Preferences.DEFAULT);
      return Message.of("launch.terminal.automatic-is", terminal.kind().name());
    } catch (PortException _) {
      return Message.of("launch.terminal.automatic-none");
    }
  }

  private static Choice automatic(Message name) {
    return new Choice("", name);
  }

  private static Choice choice(InstalledTerminal terminal) {
    return new Choice(
        terminal.kind().id(), Message.of("launch.terminal.name", terminal.kind().name()));
  }

  private static Choice custom() {
    return new Choice(CustomTerminal.ID, Message.of("launch.terminal.custom"));
  }

  private static Optional<Note> problem(PortException failure) {
    return Optional.of(new Note(true, failure.text()));
  }
}
