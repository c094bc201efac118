package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.projects.ChangeViewModel.Change;
import dev.switchyard.ui.projects.ChangeViewModel.State;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What would be written, before it is: the questions that belong to it, the difference of each
/// file, and the button. Not there while nothing is to be written.
final class ChangePane extends Card {
  private final ChangeViewModel model;
  private final ObservableValue<List<String>> modelNames;
  private final Places places;
  private final Texts texts;
  private final VBox content = new VBox();
  private final BooleanProperty optionsOpen = new SimpleBooleanProperty();
  private Optional<Message> shown = Optional.empty();

  ChangePane(
      ChangeViewModel model, ObservableValue<List<String>> modelNames, Places places, Texts texts) {
    super("");
    this.model = model;
    this.modelNames = modelNames;
    this.places = places;
    this.texts = texts;
    content.getStyleClass().add("column");
    getStyleClass().add("change-pane");
    getChildren().add(content);
    managedProperty().bind(visibleProperty());
    Keys.onEscape(this, model::cancel);
    model.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    setVisible(!(state instanceof State.Idle));
    switch (state) {
      case State.Idle() -> {
        shown = Optional.empty();
        content.getChildren().clear();
      }
      case State.Preparing(var title) -> prepare(title);
      case State.Ready(var change) -> {
        var focused = focused();
        fill(change.title(), ready(change));
        focused.ifPresent(this::focus);
      }
      case State.Writing(var change) ->
          fill(change.title(), List.of(new Waiting(texts, texts.text("projects.writing"))));
      case State.Failed(var title, var reason) -> fill(title, failed(reason));
    }
  }

  private Node preparing() {
    return new Waiting(texts, texts.text("projects.working-out"))
        .stoppedBy(texts.text("projects.cancel"), model::cancel);
  }

  /// Another answer to one of its questions leaves the questions where they are meanwhile.
  private void prepare(Message title) {
    boolean isAgain = shown.filter(title::equals).isPresent();
    if (isAgain) {
      content.setMouseTransparent(true);
    } else {
      fill(title, List.of(preparing()));
    }
  }

  private void fill(Message title, List<Node> nodes) {
    shown = Optional.of(title);
    setTitle(texts.text(title));
    content.setMouseTransparent(false);
    content.getChildren().setAll(nodes);
  }

  /// The name of the control below that has the focus: it is built anew, and gets it back.
  private Optional<String> focused() {
    return Optional.ofNullable(getScene())
        .map(Scene::getFocusOwner)
        .filter(owner -> isAncestor(owner))
        .map(Node::getAccessibleText);
  }

  private boolean isAncestor(Node of) {
    for (Node node = of; node != null; node = node.getParent()) {
      if (node.equals(content)) {
        return true;
      }
    }
    return false;
  }

  private void focus(String name) {
    Stream.of(".toggle-button", ".combo-box")
        .flatMap(kind -> content.lookupAll(kind).stream())
        .filter(node -> name.equals(node.getAccessibleText()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private List<Node> ready(Change change) {
    var nodes = new ArrayList<Node>();
    if (change.servers().size() > 1) {
      nodes.add(question("projects.which-server", servers(change)));
    }
    var known = change.models().orElseGet(modelNames::getValue);
    change
        .local()
        .ifPresent(
            local -> nodes.add(question("projects.which-model", models(local.model(), known))));
    change.scope().ifPresent(scope -> nodes.add(question("projects.which-file", scopes(scope))));
    change.local().ifPresent(local -> nodes.add(options(local)));
    change.notes().forEach(note -> nodes.add(new InlineMessage(Tone.WARNING, texts.text(note))));
    if (change.files().isEmpty()) {
      nodes.add(new Label(texts.text("projects.nothing-to-write")));
    }
    // Above the difference, which may be longer than the window.
    nodes.add(buttons(change));
    change
        .files()
        .forEach(file -> nodes.add(new FileDifference(file, "projects.file.", places, texts)));
    return nodes;
  }

  private List<Node> failed(Message reason) {
    var close = InlineMessage.action(texts.text("projects.close"), model::cancel);
    return List.of(new InlineMessage(Tone.DANGER, texts.text(reason), close));
  }

  private Node question(String key, Node answer) {
    var label = new Label(texts.text(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(label, answer);
    line.getStyleClass().addAll("row", "question");
    return line;
  }

  private Node servers(Change change) {
    var servers = new ComboBox<RouteServers.Named>();
    servers.getItems().addAll(change.servers());
    servers.setConverter(new ServerNames());
    change.servers().stream()
        .filter(one -> one.name().equals(change.server()))
        .findFirst()
        .ifPresent(servers::setValue);
    servers.setAccessibleText(texts.text("projects.which-server"));
    servers.setOnAction(_ ->
        Optional.ofNullable(servers.getValue()).ifPresent(one -> model.chooseServer(one.name())));
    return servers;
  }

  private final class ServerNames extends StringConverter<RouteServers.@Nullable Named> {
    @Override
    public String toString(RouteServers.@Nullable Named server) {
      return server == null ? "" : text(server);
    }

    @Override
    public RouteServers.@Nullable Named fromString(String text) {
      return null;
    }
  }

  private String text(RouteServers.Named server) {
    return server.name().equals(RouteServers.IN_USE)
        ? texts.text("projects.server-in-use", server.url())
        : texts.text("projects.server-named", server.name(), server.url());
  }

  private Node models(String current, List<String> known) {
    var names = new ComboBox<String>();
    if (!known.contains(current)) {
      names.getItems().add(current);
    }
    names.getItems().addAll(known);
    names.setValue(current);
    names.setAccessibleText(texts.text("projects.which-model"));
    names.setOnAction(_ -> Optional.ofNullable(names.getValue()).ifPresent(model::chooseModel));
    return names;
  }

  private Node scopes(Scope current) {
    var control =
        new SegmentedControl<>(
            texts.text("projects.which-file"),
            List.of(Scope.LOCAL, Scope.PROJECT),
            scope -> texts.text("projects.scope." + scope.name().toLowerCase(Locale.ROOT)));
    control.valueProperty().set(current);
    control.setMinWidth(Region.USE_PREF_SIZE);
    control.setOnRequest(model::chooseScope);
    var meaning =
        new WrappedLabel(
            texts.text("projects.scope-means." + current.name().toLowerCase(Locale.ROOT)), "muted");
    var box = new HBox(control, meaning);
    box.getStyleClass().add("row");
    return box;
  }

  private Node options(LocalTarget local) {
    return new OptionsSection(local, optionsOpen, model::chooseLevel, texts);
  }

  private Node buttons(Change change) {
    var write =
        new Button(
            texts.text(change.files().isEmpty() ? "projects.keep-choice" : "projects.write"));
    Primary.mark(write);
    write.setDefaultButton(true);
    write.setOnAction(_ -> model.write());
    var cancel = new Button(texts.text("projects.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> model.cancel());
    var box = new HBox(write, cancel);
    box.getStyleClass().add("row");
    return box;
  }
}
