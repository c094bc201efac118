package dev.switchyard.ui.settings;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.preference.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Switchyard's own settings. A choice holds at once; an address only once it is one.
public final class SettingsViewModel {
  /// Percent; what a person can choose from.
  public static final List<Integer> SCALES =
      List.of(75, 90, 100, 110, 125, 150, 175, 200, 250, 300);

  private final PreferencesModel preferences;
  private final Path file;
  private final EndpointUrl fallback;
  private final Consumer<EndpointUrl> onServer;
  private final ReadOnlyObjectWrapper<Optional<Note>> serverNote =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// What is to be said about the server's address.
  public record Note(boolean problem, Message text) {}

  /// @param file where the settings are kept
  /// @param fallback the server where none is entered
  /// @param onServer told of every address that the person decides for
  public SettingsViewModel(
      PreferencesModel preferences,
      Path file,
      EndpointUrl fallback,
      Consumer<EndpointUrl> onServer) {
    this.preferences = preferences;
    this.file = file;
    this.fallback = fallback;
    this.onServer = onServer;
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.preferencesProperty();
  }

  public ReadOnlyObjectProperty<Optional<Note>> serverNoteProperty() {
    return serverNote.getReadOnlyProperty();
  }

  public Path file() {
    return file;
  }

  public EndpointUrl fallback() {
    return fallback;
  }

  /// @param text what the person entered; nothing for the default
  public void setServer(String text) {
    if (text.isBlank()) {
      serverNote.set(Optional.empty());
      decide("", fallback);
      return;
    }
    var url = EndpointUrl.parse(text);
    if (url.isEmpty()) {
      serverNote.set(
          Optional.of(new Note(true, Message.of("settings.server.invalid", text.strip()))));
      return;
    }
    serverNote.set(
        url.get().strippedV1()
            ? Optional.of(new Note(false, Message.of("settings.server.stripped")))
            : Optional.empty());
    decide(url.get().toString(), url.get());
  }

  /// The field was left: only what was typed is a choice. Who walks through with Tab keeps the
  /// server, also one that was named at the start.
  public void leaveServer(String text) {
    if (!text.strip().equals(preferences.get().serverUrl())) {
      setServer(text);
    }
  }

  public void setTheme(Preferences.Theme theme) {
    preferences.change(before -> before.withTheme(theme));
  }

  public void setScale(int percent) {
    preferences.change(before -> before.withScalePercent(percent));
  }

  private void decide(String text, EndpointUrl url) {
    preferences.change(before -> before.withServerUrl(text));
    onServer.accept(url);
  }
}
