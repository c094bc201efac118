package dev.switchyard.ui.settings;

import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.settings.LanguageViewModel.Consequence;
import dev.switchyard.ui.text.Texts;
import javafx.scene.Node;

/// The choice of the language, each under its own name.
final class LanguageRow {
  private final LanguageViewModel model;
  private final Texts texts;

  LanguageRow(LanguageViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  Node node() {
    var control =
        new SegmentedControl<>(texts.text("settings.language"), model.choices(), this::name);
    control.setOnRequest(model::choose);
    model.preferencesProperty().subscribe(now -> control.valueProperty().set(model.choice(now)));
    var row = new FormRow(texts.text("settings.language"), control, "");
    model.consequenceProperty().subscribe(consequence -> show(consequence, row.message()));
    return row;
  }

  private String name(String tag) {
    return texts.text(
        "settings.language." + (tag.equals(LanguageViewModel.SYSTEM) ? "system" : tag));
  }

  private void show(Consequence consequence, InlineMessage message) {
    switch (consequence) {
      case NONE -> message.clear();
      case AFTER_RESTART ->
          message.show(Tone.ACCENT, texts.text("settings.language.after-restart"));
      case FORGOTTEN -> message.show(Tone.ACCENT, texts.text("settings.language.forgotten"));
      case RESTART_NOW ->
          message.show(
              Tone.ACCENT,
              texts.text("settings.language.after-restart"),
              InlineMessage.action(texts.text("settings.language.restart"), model::restart));
    }
  }
}
