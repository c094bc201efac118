package dev.switchyard.ui.settings;

import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.ui.about.AboutCard;
import dev.switchyard.ui.about.AboutViewModel;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.CommandField;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.launch.TerminalChoices;
import dev.switchyard.ui.launch.TerminalViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/// The form of the settings, one card per subject.
final class SettingsView {
  private static final double LEAST_COLUMN = 600;
  private static final int MOST_COLUMNS = 3;
  private static final double GAP = 16;

  private final SettingsViewModel model;
  private final LanguageViewModel language;
  private final Texts texts;
  private final CardGrid cards = new CardGrid(LEAST_COLUMN, MOST_COLUMNS, GAP);

  SettingsView(
      SettingsViewModel model,
      TerminalViewModel terminals,
      BackgroundViewModel background,
      LearnedViewModel learned,
      TakeBackViewModel takeBack,
      AboutViewModel about,
      LanguageViewModel language,
      Texts texts) {
    this.model = model;
    this.language = language;
    this.texts = texts;
    var terminal =
        new Card(texts.text("settings.terminal.card"), new TerminalChoices(terminals, texts));
    cards
        .getChildren()
        .setAll(
            serverCard(),
            terminal,
            looksCard(),
            new BackgroundCard(background, texts).node(),
            fileCard(),
            new LearnedCard(learned, texts).node(),
            new TakeBackCard(takeBack, texts).node(),
            new AboutCard(about, texts).node());
    cards.getStyleClass().add("settings");
  }

  Node node() {
    return new PageScroll(cards);
  }

  private Node serverCard() {
    var field = new TextField(model.preferencesProperty().get().serverUrl());
    field.setPromptText(model.fallback().toString());
    field.setOnAction(_ -> model.setServer(field.getText()));
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            model.leaveServer(field.getText());
          }
        });
    model
        .preferencesProperty()
        .addListener((_, before, now) -> {
          if (!before.serverUrl().equals(now.serverUrl())) {
            field.setText(now.serverUrl());
          }
        });
    var row =
        new FormRow(
            texts.text("settings.server"),
            field,
            texts.text("settings.server.hint", model.fallback().toString()));
    model.serverNoteProperty().addListener((_, _, note) -> show(note, row));
    return new Card(texts.text("settings.server.card"), row);
  }

  private void show(Optional<SettingsViewModel.Note> note, FormRow row) {
    row.message().clear();
    note.ifPresent(said ->
        row.message().show(said.problem() ? Tone.DANGER : Tone.ACCENT, texts.text(said.text())));
  }

  private Node looksCard() {
    return new Card(
        texts.text("settings.looks"),
        new FormRow(texts.text("settings.theme"), theme(), ""),
        new FormRow(texts.text("settings.scale"), scale(), texts.text("settings.scale.hint")),
        new LanguageRow(language, texts).node());
  }

  private Node theme() {
    var control =
        new SegmentedControl<>(
            texts.text("settings.theme"),
            List.of(Preferences.Theme.values()),
            theme -> texts.text("settings.theme." + theme.name().toLowerCase(Locale.ROOT)));
    control.setOnRequest(model::setTheme);
    control.valueProperty().set(model.preferencesProperty().get().theme());
    model
        .preferencesProperty()
        .addListener((_, _, now) -> control.valueProperty().set(now.theme()));
    return control;
  }

  private Node scale() {
    var box = new ComboBox<Integer>();
    box.getItems().setAll(SettingsViewModel.SCALES);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer percent) {
            return texts.text("settings.scale.percent", percent);
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    box.setValue(model.preferencesProperty().get().scalePercent());
    box.setOnAction(_ -> model.setScale(box.getValue()));
    model.preferencesProperty().addListener((_, _, now) -> box.setValue(now.scalePercent()));
    return box;
  }

  private Node fileCard() {
    var path = new CommandField(texts.text("general.copy"));
    path.show(model.file().toString());
    return new Card(
        texts.text("settings.file.card"),
        new FormRow(texts.text("settings.file"), path, texts.text("settings.file.hint")));
  }
}
