package dev.switchyard.ui.models;

import dev.switchyard.domain.Message;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.models.ModelsViewModel.State;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.time.Clock;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Models screen: what is installed and what can be done with it, and the panel that pulls
/// more.
public final class ModelsView implements Screen {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final ModelsViewModel model;
  private final ModelTexts texts;

  public ModelsView(ModelsViewModel model, Texts texts, Clock clock) {
    this.model = model;
    this.texts = new ModelTexts(texts, clock);
  }

  @Override
  public String id() {
    return "models";
  }

  @Override
  public String titleKey() {
    return "models.title";
  }

  @Override
  public Ikon icon() {
    return Feather.DATABASE;
  }

  @Override
  public void shown() {
    model.setShown(true);
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void hidden() {
    model.setShown(false);
  }

  @Override
  public Node createView() {
    var installed = new InstalledCard(model, texts);
    var body = new VBox(installed, new PullPane(model.pull(), texts));
    body.getStyleClass().add("sy-models");
    VBox.setVgrow(installed, Priority.ALWAYS);
    var scroll = new PageScroll(body);
    var view = new StackPane(scroll);
    view.setOnKeyPressed(event -> {
      if (FIND.match(event)) {
        installed.focusFilter();
        event.consume();
      }
    });
    model.stateProperty().subscribe(state -> view.getChildren().setAll(content(state, scroll)));
    return view;
  }

  private Node content(State state, Node body) {
    return switch (state) {
      case State.Asking _ -> waiting();
      case State.Unreachable(var text) -> unreachable(text);
      case State.Empty _, State.Listed _ -> body;
    };
  }

  private Node waiting() {
    var waiting = texts.waiting(texts.text("models.asking"));
    waiting.setAlignment(Pos.CENTER);
    return waiting;
  }

  private Node unreachable(Message text) {
    return new EmptyState(
        Feather.ZAP_OFF, texts.text(text), texts.text("models.open-overview"), model::openOverview);
  }
}
