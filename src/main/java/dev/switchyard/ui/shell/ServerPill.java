package dev.switchyard.ui.shell;

import dev.switchyard.domain.endpoint.OllamaVersions;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.domain.work.RequestStage;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkText;
import dev.switchyard.ui.work.WorkViewModel;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The server's state in the top bar, and what it is doing while somebody waits for it; a click
/// leads to where it can be changed.
public final class ServerPill extends Button {
  private final Texts texts;
  private final StateDot dot = new StateDot(StateDot.State.OPEN, "");

  public ServerPill(ServerViewModel model, WorkViewModel work, Texts texts, Runnable onClick) {
    this.texts = texts;
    setGraphic(dot);
    getStyleClass().add("sy-pill");
    setOnAction(_ -> onClick.run());
    Runnable show = () -> show(model.stateProperty().get(), work.stageProperty().get());
    model.stateProperty().addListener((_, _, _) -> show.run());
    work.stageProperty().addListener((_, _, _) -> show.run());
    show.run();
  }

  private void show(Optional<ServerState> state, RequestStage stage) {
    var server = state.map(this::text).orElseGet(() -> texts.text("shell.server.asking"));
    var brief = WorkText.brief(stage).map(texts::text);
    var full =
        WorkText.sentence(stage)
            .map(sentence -> texts.text("shell.server.working", server, sentence))
            .orElse(server);
    setText(brief.orElse(server));
    if (state.isPresent()) {
      // Until then it would say what the button itself says.
      tooltip(full);
    }
    dot.setState(brief.isPresent() ? StateDot.State.BUSY : sign(state), full);
    setAccessibleText(full);
  }

  private String text(ServerState state) {
    return switch (state) {
      case ServerState.Running(var url, var version) ->
          texts.text("shell.server.running", version.toString(), place(url.uri().getAuthority()));
      case ServerState.Serving(var url, var kind, _) ->
          texts.text("shell.server.other", kind.product(), place(url.uri().getAuthority()));
      case ServerState.Stopped(var url, _, _) ->
          texts.text("shell.server.stopped", place(url.uri().getAuthority()));
      case ServerState.Missing _ -> texts.text("shell.server.missing");
    };
  }

  private void tooltip(String text) {
    if (getTooltip() == null) {
      setTooltip(new Tooltip());
    }
    getTooltip().setText(text);
  }

  /// Everybody's port is not news.
  private static String place(String authority) {
    return authority.replaceFirst(":11434$", "");
  }

  private static StateDot.State sign(Optional<ServerState> state) {
    return switch (state.orElse(null)) {
      case ServerState.Running(_, var version) ->
          OllamaVersions.canServe(version) ? StateDot.State.GOOD : StateDot.State.WARNING;
      case ServerState.Serving _ -> StateDot.State.GOOD;
      case ServerState.Stopped _ -> StateDot.State.BAD;
      case ServerState.Missing _ -> StateDot.State.BAD;
      case null -> StateDot.State.OPEN;
    };
  }
}
