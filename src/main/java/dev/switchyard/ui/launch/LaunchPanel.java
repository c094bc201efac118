package dev.switchyard.ui.launch;

import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What would go wrong with the launch, and the forms of the one-offs. Not there while there is
/// nothing to say.
public final class LaunchPanel extends VBox {
  private final LaunchViewModel model;
  private final Texts texts;
  private final CloudOnceForm cloudOnce;
  private final LocalOnceForm localOnce;

  public LaunchPanel(LaunchViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.cloudOnce = new CloudOnceForm(model, texts, this::hideForms);
    this.localOnce = new LocalOnceForm(model, texts, this::hideForms);
    managedProperty().bind(visibleProperty());
    Keys.onEscape(this, model::dismiss);
    getStyleClass().addAll("column", "launch-panel");
    model.pendingProperty().addListener((_, _, _) -> show());
    model.failureProperty().addListener((_, _, _) -> show());
    model.targetProperty().addListener((_, _, _) -> hideForms());
    show();
  }

  /// Opens the form of the one-off in the cloud.
  public void showCloudOnce() {
    model.dismiss();
    hideForms();
    cloudOnce.open();
    show();
  }

  /// Opens the form of the one-off on the local server.
  public void showLocalOnce() {
    model.dismiss();
    hideForms();
    localOnce.open();
    show();
  }

  private void hideForms() {
    cloudOnce.node().setVisible(false);
    localOnce.node().setVisible(false);
    show();
  }

  private void show() {
    var nodes = new ArrayList<Node>();
    nodes.add(cloudOnce.node());
    nodes.add(localOnce.node());
    model
        .failureProperty()
        .get()
        .ifPresent(text -> nodes.add(new InlineMessage(Tone.DANGER, texts.text(text))));
    model.pendingProperty().get().ifPresent(pending -> nodes.addAll(warnings(pending)));
    getChildren().setAll(nodes);
    setVisible(nodes.stream().anyMatch(Node::isVisible));
  }

  private List<Node> warnings(LaunchViewModel.Pending pending) {
    var nodes = new ArrayList<Node>();
    var heading = new Label(texts.text(pending.canGoOn() ? "launch.before" : "launch.prevented"));
    heading.getStyleClass().add("strong");
    nodes.add(heading);
    var project = pending.request().folder();
    pending.warnings().forEach(warning -> nodes.add(message(warning, project)));
    var buttons = new HBox();
    buttons.getStyleClass().add("row");
    if (pending.canGoOn()) {
      buttons.getChildren().add(button("launch.anyway", model::launchAnyway));
    }
    buttons
        .getChildren()
        .addAll(
            button("launch.check-again", model::checkAgain),
            button("launch.cancel", model::dismiss));
    nodes.add(buttons);
    return nodes;
  }

  private Node message(LaunchWarning warning, Path project) {
    var tone =
        switch (warning.severity()) {
          case INFO -> Tone.ACCENT;
          case WARNING -> Tone.WARNING;
          case ERROR -> Tone.DANGER;
        };
    var text = texts.text("launch.remark", warning.text(), warning.advice());
    var buttons =
        model.remedies().of(warning.id(), project).stream()
            .map(remedy -> InlineMessage.action(texts.text(remedy.labelKey()), remedy.run()))
            .toArray(Node[]::new);
    return new InlineMessage(tone, text, buttons);
  }

  private Button button(String key, Runnable run) {
    return InlineMessage.action(texts.text(key), run);
  }
}
