package dev.switchyard.ui.overview;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CommandField;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The Ollama server: whether it runs, whether its version is good enough, and the command or the
/// button that helps where it is not.
final class ServerCard extends Card {
  private final ServerViewModel model;
  private final OperatingSystem system;
  private final Texts texts;
  private final VBox content = new VBox();
  private Optional<Waiting> waiting = Optional.empty();

  ServerCard(ServerViewModel model, OperatingSystem system, Texts texts) {
    super(texts.text("overview.server"));
    this.model = model;
    this.system = system;
    this.texts = texts;
    content.getStyleClass().add("column");
    getChildren().add(content);
    model.stateProperty().addListener((_, _, _) -> show());
    model.busyProperty().addListener((_, _, _) -> show());
    model.startedByUsProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    var nodes = new ArrayList<>(nodes(model.stateProperty().get()));
    if (model.busyProperty().get()) {
      // The same one for as long as it takes: it counts.
      var shown = waiting.orElseGet(this::waiting);
      waiting = Optional.of(shown);
      nodes.add(shown);
    } else {
      waiting = Optional.empty();
    }
    content.getChildren().setAll(nodes);
  }

  private Waiting waiting() {
    return new Waiting(texts, texts.text("overview.server.busy"))
        .stoppedBy(texts.text("overview.server.cancel"), model::cancel);
  }

  private List<Node> nodes(Optional<ServerState> state) {
    return switch (state.orElse(null)) {
      case null -> List.of(headline(StateDot.State.OPEN, texts.text("shell.server.asking")));
      case ServerState.Running(var url, var version) -> running(url.toString(), version);
      case ServerState.Serving(var url, var kind, var version) ->
          List.of(
              headline(
                  StateDot.State.GOOD, texts.text("server.other", kind.product(), url.toString())),
              Figure.caption(texts.text("overview.server.other", version.orReason(text -> text))));
      case ServerState.Stopped(var url, var reason, var startable) ->
          List.of(
              headline(StateDot.State.BAD, texts.text("overview.server.stopped", url.toString())),
              startable
                  ? button("overview.server.start", model::start)
                  : Figure.caption(texts.text(reason)));
      case ServerState.Missing(_, var reason) ->
          List.of(
              headline(StateDot.State.BAD, texts.text("overview.server.missing")),
              Figure.caption(texts.text(reason)),
              command(OllamaVersions.installCommand(system)));
    };
  }

  private List<Node> running(String url, Version version) {
    var nodes = new ArrayList<Node>();
    var good = OllamaVersions.canServe(version);
    nodes.add(
        headline(
            good ? StateDot.State.GOOD : StateDot.State.BAD,
            texts.text("overview.server.running", version.toString(), url)));
    var missing = OllamaVersions.missing(version);
    if (!good) {
      nodes.add(
          new InlineMessage(
              Tone.DANGER,
              texts.text(
                  "overview.server.too-old",
                  OllamaVersions.REQUIRED.toString(),
                  OllamaVersions.GUIDES_CLAIM.toString())));
    } else if (!missing.isEmpty()) {
      nodes.add(
          Figure.caption(
              texts.text(
                  "overview.server.older",
                  OllamaVersions.recommended().toString(),
                  missing.size())));
      missing.forEach(fix ->
          nodes.add(
              Figure.caption(
                  texts.text("overview.server.fix", fix.since().toString(), fix.text()))));
    } else {
      nodes.add(
          Figure.caption(
              texts.text(
                  "overview.server.good",
                  OllamaVersions.REQUIRED.toString(),
                  OllamaVersions.GUIDES_CLAIM.toString())));
    }
    if (!missing.isEmpty()) {
      nodes.add(command(OllamaVersions.upgradeCommand(system)));
    }
    if (model.startedByUsProperty().get()) {
      nodes.add(button("overview.server.stop", model::stop));
    }
    return nodes;
  }

  private Node headline(StateDot.State state, String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("strong");
    var line = new HBox(new StateDot(state, text), label);
    line.getStyleClass().add("row");
    return line;
  }

  private Node command(String line) {
    var field = new CommandField(texts.text("general.copy"));
    field.show(line);
    return field;
  }

  private Button button(String key, Runnable run) {
    var button = new Button(texts.text(key));
    button.setDisable(model.busyProperty().get());
    button.setOnAction(_ -> run.run());
    return button;
  }
}
