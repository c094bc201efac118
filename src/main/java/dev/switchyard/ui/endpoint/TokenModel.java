package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.endpoint.profile.Keychain;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where a token comes from, as it is being chosen.
public final class TokenModel {
  private final OperatingSystem system;
  private final Predicate<String> isSet;
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.NONE);
  private final StringProperty text = new SimpleStringProperty("");

  /// The kinds of sources.
  public enum Choice {
    NONE,
    WORD,
    VARIABLE,
    COMMAND
  }

  /// @param isSet whether a variable of a name is set in the environment of this program
  TokenModel(OperatingSystem system, Predicate<String> isSet) {
    this.system = system;
    this.isSet = isSet;
    // A word for one source means nothing to another.
    choice.addListener((_, _, _) -> text.set(""));
  }

  void fill(TokenSource source) {
    switch (source) {
      case TokenSource.None _ -> fill(Choice.NONE, "");
      case TokenSource.Literal(var word) -> fill(Choice.WORD, word);
      case TokenSource.Variable(var variable) -> fill(Choice.VARIABLE, variable);
      case TokenSource.Command(var line) -> fill(Choice.COMMAND, line);
    }
  }

  private void fill(Choice chosen, String filled) {
    choice.set(chosen);
    text.set(filled);
  }

  TokenSource source() {
    var stripped = text.get().strip();
    return switch (choice.get()) {
      case NONE -> new TokenSource.None();
      case WORD -> new TokenSource.Literal(stripped);
      case VARIABLE -> new TokenSource.Variable(stripped);
      case COMMAND -> new TokenSource.Command(stripped);
    };
  }

  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  /// The word, the variable's name or the command line.
  public StringProperty textProperty() {
    return text;
  }

  /// What is known of the variable that is named: of this program's environment, not of the shell
  /// that starts Claude Code.
  public Message aboutVariable() {
    var variable = text.get().strip();
    if (variable.isEmpty()) {
      return Message.of("endpoints.token.variable");
    }
    return Message.of(
        isSet.test(variable) ? "endpoints.token.variable-set" : "endpoints.token.variable-unset",
        variable);
  }

  /// The lines for this system's store of passwords.
  ///
  /// @param name of the endpoint, a possible one
  public Keychain keychain(String name) {
    return Keychain.of(system, name);
  }

  /// What to do with them.
  public Message aboutKeychain() {
    return Message.of(
        switch (system) {
          case MACOS -> "endpoints.token.keychain.macos";
          case LINUX -> "endpoints.token.keychain.linux";
          case WINDOWS -> "endpoints.token.keychain.windows";
        });
  }

  /// Has the token come from there.
  public void useKeychain(String name) {
    text.set(keychain(name).lookup());
  }

  /// Lets go of what was typed: it may have been a secret.
  void forget() {
    fill(Choice.NONE, "");
  }
}
