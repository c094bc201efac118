package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.alarm.ProjectAlarm;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// What needs a person's hand in the projects; not there where nothing does.
final class AlarmsCard extends Card {
  /// The rest is on the Projects screen.
  private static final int MOST = 4;

  private final AlarmsViewModel model;
  private final Texts texts;
  private final VBox rows = new VBox();

  AlarmsCard(AlarmsViewModel model, Texts texts) {
    super(texts.text("overview.alarms"));
    this.model = model;
    this.texts = texts;
    rows.getStyleClass().add("column");
    getChildren().add(rows);
    managedProperty().bind(visibleProperty());
    model.alarmsProperty().subscribe(_ -> show());
    model.mendingProperty().subscribe(_ -> show());
  }

  private void show() {
    var alarms = model.alarmsProperty().get();
    setVisible(!alarms.isEmpty());
    rows.getChildren().setAll(alarms.stream().limit(MOST).map(this::row).toList());
    if (alarms.size() > MOST) {
      rows.getChildren()
          .add(Figure.caption(texts.text("overview.alarms.more", alarms.size() - MOST)));
    }
  }

  private InlineMessage row(ProjectAlarm alarm) {
    var text =
        texts.text(
            "overview.alarms.row",
            alarm.project().name(),
            place(alarm),
            alarm.text(),
            alarm.advice());
    var tone = alarm.severity() == Severity.ERROR ? Tone.DANGER : Tone.WARNING;
    return new InlineMessage(tone, text, buttons(alarm).toArray(Button[]::new));
  }

  private static Message place(ProjectAlarm alarm) {
    return switch (alarm) {
      case ProjectAlarm.Contexts(_, var breach) ->
          Message.of("context.place." + breach.place().wireName());
      case ProjectAlarm.Cut _ -> Message.of("overview.alarms.session");
    };
  }

  private List<Button> buttons(ProjectAlarm alarm) {
    var buttons = new ArrayList<Button>();
    if (alarm instanceof ProjectAlarm.Contexts contexts) {
      AlarmsViewModel.mendOf(alarm)
          .map(mend -> "context.mend." + mend.wireName())
          .map(key -> button(key, alarm, () -> model.mend(contexts)))
          .ifPresent(buttons::add);
      buttons.forEach(button -> button.setDisable(model.mendingProperty().get()));
    }
    buttons.add(button("context.cut.show", alarm, () -> model.showProject(alarm)));
    return buttons;
  }

  private Button button(String key, ProjectAlarm alarm, Runnable run) {
    var button = InlineMessage.action(texts.text(key), run);
    button.setAccessibleText(texts.text(key) + " " + alarm.project().name());
    return button;
  }
}
