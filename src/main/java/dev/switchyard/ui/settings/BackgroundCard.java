package dev.switchyard.ui.settings;

import dev.switchyard.domain.preference.Preferences.WhenClosed;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/// The card about the tray, and about what stays when the window goes.
final class BackgroundCard {
  private final BackgroundViewModel model;
  private final Texts texts;

  BackgroundCard(BackgroundViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  Node node() {
    var closed =
        new FormRow(
            texts.text("settings.closed"), whenClosed(), texts.text("settings.closed.hint"));
    model
        .inTrayProperty()
        .subscribe(inTray -> {
          closed.message().clear();
          if (!inTray) {
            closed.message().show(Tone.ACCENT, texts.text("settings.no-tray"));
          }
        });
    return new Card(
        texts.text("settings.background"),
        closed,
        new FormRow(texts.text("settings.login"), atLogin(), texts.text(loginHint())));
  }

  private String loginHint() {
    return model.canStartAtLogin() ? "settings.login.hint" : "settings.login.not-installed";
  }

  private Node atLogin() {
    var control =
        new SegmentedControl<>(
            texts.text("settings.login"),
            List.of(false, true),
            on -> texts.text(on ? "settings.login.on" : "settings.login.off"));
    control.setDisable(!model.canStartAtLogin());
    control.setOnRequest(model::setAtLogin);
    model.atLoginProperty().subscribe(isOn -> control.valueProperty().set(isOn.orElse(null)));
    return control;
  }

  private Node whenClosed() {
    var control =
        new SegmentedControl<>(
            texts.text("settings.closed"),
            List.of(WhenClosed.values()),
            choice -> texts.text("settings.closed." + choice.name().toLowerCase(Locale.ROOT)));
    control.setOnRequest(model::setWhenClosed);
    model.preferencesProperty().subscribe(now -> control.valueProperty().set(now.whenClosed()));
    return control;
  }
}
