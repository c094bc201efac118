package dev.switchyard.ui.overview;

import dev.switchyard.domain.setup.SetupStep;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CopiedText;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.launch.LaunchPanel;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The way to Claude Code on a model of one's own, one row per step.
final class SetupCard extends Card {
  private final SetupViewModel model;
  private final Texts texts;
  private final VBox rows = new VBox();

  SetupCard(SetupViewModel model, Texts texts) {
    super(texts.text("setup.title"));
    this.model = model;
    this.texts = texts;
    rows.getStyleClass().add("checklist");
    getChildren().addAll(rows, new LaunchPanel(model.launches(), texts));
    model.stepsProperty().addListener((_, before, now) -> show(before, now));
    show(List.of(), model.stepsProperty().get());
  }

  /// What has not changed stays, so that a button keeps the focus while the list is read again.
  private void show(List<SetupStep> before, List<SetupStep> now) {
    if (now.isEmpty()) {
      rows.getChildren().setAll(Figure.caption(texts.text("setup.looking")));
      return;
    }
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < now.size(); i++) {
      boolean same = i < before.size() && before.get(i).equals(now.get(i));
      nodes.add(same ? rows.getChildren().get(i) : row(now.get(i)));
    }
    rows.getChildren().setAll(nodes);
  }

  private Node row(SetupStep step) {
    var title = new Text(texts.text(step.title()));
    title.getStyleClass().add("title");
    var detail = new Text("  " + texts.text(step.detail()));
    detail.getStyleClass().add("detail");
    var words = new TextFlow(title, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(new StateDot(sign(step), stateText(step)), words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.getStyleClass().addAll("step", "step-" + step.state().name().toLowerCase(Locale.ROOT));
    step.action().map(action -> button(step, action)).ifPresent(row.getChildren()::add);
    return row;
  }

  private Button button(SetupStep step, SetupStep.Action action) {
    var button = new Button(texts.text("setup.action." + key(action.name())));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(step.state() == SetupStep.State.WAITING);
    if (step.state() == SetupStep.State.NEXT) {
      Primary.mark(button);
    }
    button.setOnAction(_ -> {
      model.commandOf(action).ifPresent(CopiedText::put);
      model.run(action);
    });
    return button;
  }

  private String stateText(SetupStep step) {
    return texts.text("setup.state." + key(step.state().name()));
  }

  private static StateDot.State sign(SetupStep step) {
    return switch (step.state()) {
      case DONE -> StateDot.State.DONE;
      case NEXT -> StateDot.State.NEXT;
      case OPEN, WAITING -> StateDot.State.OPEN;
    };
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
