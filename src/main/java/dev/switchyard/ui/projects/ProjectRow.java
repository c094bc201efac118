package dev.switchyard.ui.projects;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.probe.Standing;
import dev.switchyard.domain.project.Project;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.launch.LaunchTarget;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.session.SessionBadge;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One project: its name, what is chosen for it, and where its requests go.
final class ProjectRow extends ProjectGrid {
  private static final double WIDEST_MODEL = 320;

  private final ProjectsViewModel model;
  private final SessionsViewModel sessions;
  private final ContextViewModel contexts;
  private final LaunchViewModel launch;
  private final ProjectRoute row;
  private final Places places;
  private final Texts texts;

  ProjectRow(
      ProjectsViewModel model,
      SessionsViewModel sessions,
      ContextViewModel contexts,
      LaunchViewModel launch,
      ProjectRoute row,
      Places places,
      Texts texts) {
    this.model = model;
    this.sessions = sessions;
    this.contexts = contexts;
    this.launch = launch;
    this.row = row;
    this.places = places;
    this.texts = texts;
    getStyleClass().add("project-row");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(row.project().name());
    setCells(name(), route(), modelChoice(), destination(), action());
  }

  Path folder() {
    return row.project().folder();
  }

  private Node name() {
    var name = new Label(row.project().name());
    name.getStyleClass().add("strong");
    var path = new Label(place(row.project()));
    path.getStyleClass().add("muted");
    path.setTooltip(new Tooltip(row.project().folder().toString()));
    return new VBox(
        name,
        path,
        new SessionBadge(sessions, folder(), texts),
        new ContextBadge(contexts, folder(), texts));
  }

  /// @param name for the tooltip and for a screen reader
  static Button iconButton(Ikon icon, String name) {
    var button = new Button("", new FontIcon(icon));
    button.getStyleClass().add("icon-only");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  private String place(Project project) {
    return texts.text(
        project.gitRoot().isPresent() ? "projects.place.git" : "projects.place",
        places.of(project.folder()));
  }

  private Node route() {
    var control = choice(texts.text("projects.route-of", row.project().name()), texts);
    control.valueProperty().set(row.choice());
    control.setOnRequest(choice -> model.choose(row, choice));
    control.setDisable(!row.project().exists());
    for (var choice : RouteChoice.values()) {
      var key = "projects.choice-means." + choice.name().toLowerCase(Locale.ROOT);
      control.segment(choice).setTooltip(new Tooltip(texts.text(key)));
    }
    return control;
  }

  /// @param name what a screen reader calls it
  static SegmentedControl<RouteChoice> choice(String name, Texts texts) {
    return new SegmentedControl<>(
        name,
        List.of(RouteChoice.values()),
        choice -> texts.text("projects.choice." + choice.name().toLowerCase(Locale.ROOT)));
  }

  private Node modelChoice() {
    var current = ProjectsViewModel.modelOf(row);
    if (row.choice() != RouteChoice.LOCAL || !row.project().exists()) {
      var label = new Label(current.orElse("–"));
      label.getStyleClass().add("muted");
      return label;
    }
    var names = new ComboBox<String>();
    current
        .filter(name -> !model.modelNamesProperty().get().contains(name))
        .ifPresent(names.getItems()::add);
    names.getItems().addAll(model.modelNamesProperty().get());
    names.setValue(current.orElse(null));
    names.setMinWidth(0);
    names.setMaxWidth(WIDEST_MODEL);
    names.setTooltip(new Tooltip(current.orElse("")));
    names.setAccessibleText(texts.text("projects.model-of", row.project().name()));
    names.setOnAction(_ -> {
      var chosen = names.getValue();
      if (chosen != null) {
        model.chooseModel(row, chosen);
        // What is chosen shows only when it is written.
        names.setValue(current.orElse(null));
      }
    });
    return names;
  }

  private Node destination() {
    var texted =
        switch (row.route()) {
          case Known.Unknown<EffectiveRoute> _ when !row.project().exists() ->
              texts.text("projects.gone");
          case Known.Unknown<EffectiveRoute>(var reason) -> texts.text(reason);
          case Known.Value<EffectiveRoute>(var route) -> sentence(route);
        };
    var state = RouteState.of(row.route(), model.standing(row));
    var label = new WrappedLabel(texted, state.styleClass());
    var place = row.route().toOptional().map(RouteSentence::host).map(Label::new);
    place.ifPresent(host -> {
      host.getStyleClass().add("muted");
      host.setTooltip(new Tooltip(host.getText()));
    });
    var lines = new VBox(label);
    place.ifPresent(lines.getChildren()::add);
    differences().ifPresent(lines.getChildren()::add);
    var box = new HBox(new StateDot(state.dot(), texted), lines);
    box.getStyleClass().add("destination");
    return box;
  }

  /// The first other way of starting from which it is not so; the tooltip says all, and why.
  private Optional<Node> differences() {
    return row.routes()
        .toOptional()
        .filter(RoutesByStart::differ)
        .map(routes -> {
          var other = routes.differingFrom(StartedFrom.TERMINAL).getFirst();
          var text =
              texts.text(
                  "projects.differs",
                  Message.of("route.from." + other.wireName()),
                  routes.of(other).hasErrors()
                      ? sentence(routes.of(other))
                      : RouteSentence.place(routes.of(other)));
          var label = new WrappedLabel(text, "differs", "warning");
          label.setTooltip(
              new Tooltip(
                  RouteSentence.differences(routes, StartedFrom.TERMINAL).stream()
                      .map(texts::text)
                      .collect(Collectors.joining("\n"))));
          return label;
        });
  }

  private String sentence(EffectiveRoute route) {
    var destination = Message.of("route.destination." + route.destination().wireName());
    return route.problems().stream()
        .filter(problem -> problem.severity() == EffectiveRoute.Severity.ERROR)
        .findFirst()
        .map(problem -> texts.text("projects.short." + problem.id(), destination))
        .or(() -> model.standing(row).flatMap(this::proof))
        .orElseGet(() -> texts.text("projects.goes." + route.destination().wireName()));
  }

  private Optional<String> proof(Standing standing) {
    return standing.proof().map(proof -> new ProofTexts(texts).inShort(proof));
  }

  private Node action() {
    if (!row.project().exists()) {
      var remove = iconButton(Feather.X, texts.text("projects.remove-of", row.project().name()));
      remove.setOnAction(_ -> model.remove(row));
      return remove;
    }
    var start =
        iconButton(Feather.TERMINAL, texts.text("projects.launch-of", row.project().name()));
    start.setOnAction(_ -> {
      model.select(folder());
      launch.setTarget(Optional.of(new LaunchTarget(folder(), Optional.of(row.choice()))));
      launch.launch();
    });
    return start;
  }
}
