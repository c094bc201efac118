package dev.switchyard.ui.projects;

import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.TabbedCard;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.TwoColumns;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.ProjectsViewModel.State;
import dev.switchyard.ui.session.SessionsCard;
import dev.switchyard.ui.session.SessionsViewModel;
import dev.switchyard.ui.share.TeamPane;
import dev.switchyard.ui.share.TeamViewModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Projects screen: the table, what can be done with the chosen project, and why its requests
/// go where they go.
public final class ProjectsView implements Screen {
  private static final double LEAST_LEAVES = 420;
  private static final double GAP = 16;

  private final ProjectsViewModel model;
  private final VerifyViewModel verify;
  private final SessionsViewModel sessions;
  private final ContextViewModel contexts;
  private final ElsewhereViewModel elsewhere;
  private final HistoryViewModel history;
  private final LimitsViewModel limits;
  private final LaunchViewModel launch;
  private final TeamViewModel team;
  private final Places places;
  private final Texts texts;

  public ProjectsView(
      ProjectsViewModel model,
      VerifyViewModel verify,
      SessionsViewModel sessions,
      ContextViewModel contexts,
      ElsewhereViewModel elsewhere,
      HistoryViewModel history,
      LimitsViewModel limits,
      LaunchViewModel launch,
      TeamViewModel team,
      Places places,
      Texts texts) {
    this.model = model;
    this.verify = verify;
    this.sessions = sessions;
    this.contexts = contexts;
    this.elsewhere = elsewhere;
    this.history = history;
    this.limits = limits;
    this.launch = launch;
    this.team = team;
    this.places = places;
    this.texts = texts;
  }

  @Override
  public String id() {
    return "projects";
  }

  @Override
  public String titleKey() {
    return "projects.title";
  }

  @Override
  public Ikon icon() {
    return Feather.SHUFFLE;
  }

  @Override
  public void shown() {
    model.setShown(true);
    contexts.setShown(true);
    sessions.setShown(true);
    team.setShown(true);
  }

  @Override
  public void hidden() {
    model.setShown(false);
    contexts.setShown(false);
    sessions.setShown(false);
    team.setShown(false);
  }

  @Override
  public Node createView() {
    var view = new StackPane();
    var listed = listed();
    model
        .stateProperty()
        .subscribe(state -> {
          var content = content(state, listed, view);
          // What stands there already keeps its focus.
          if (!view.getChildren().contains(content)) {
            view.getChildren().setAll(content);
          }
        });
    return view;
  }

  private Node content(State state, Node listed, Node owner) {
    return switch (state) {
      case State.Asking _ -> waiting();
      case State.Failed(var reason) -> failed(texts.text(reason));
      case State.Listed(List<ProjectRoute> rows, _) when rows.isEmpty() -> empty(owner);
      case State.Listed _ -> listed;
    };
  }

  private Node waiting() {
    var waiting = new Waiting(texts, texts.text("projects.asking"));
    waiting.setAlignment(Pos.CENTER);
    return waiting;
  }

  private Node listed() {
    var why = new WhyCard(model.why(), places, texts);
    var proof = new VerifyCard(verify, texts);
    var details = new ProjectCard(model, texts);
    // What is known of the chosen project, a leaf for each question.
    var leaves =
        new TabbedCard(texts.text("projects.leaves"))
            .with(texts.text("projects.leaf.route"), why)
            .with(texts.text("projects.leaf.proof"), proof)
            .with(contextTitle(), new ContextCard(contexts, model, texts))
            .with(sessionsTitle(), new SessionsCard(sessions, folder(), texts))
            .with(texts.text("projects.leaf.history"), new HistoryCard(history, places, texts))
            .with(texts.text("projects.leaf.limits"), new LimitsCard(limits, texts));
    var below = TwoColumns.growingLeft(leaves, details, LEAST_LEAVES, 0, GAP);
    var change = new ChangePane(model.change(), model.modelNamesProperty(), places, texts);
    var news = new ElsewherePane(elsewhere, places, texts);
    var busy =
        change
            .visibleProperty()
            .or(news.visibleProperty())
            .or(Bindings.createBooleanBinding(this::restores, history.stateProperty()))
            .or(Bindings.createBooleanBinding(this::reviews, team.stateProperty()));
    var actions = new ProjectActions(model, verify, launch, busy, texts);
    var body =
        new VBox(
            new ProjectTable(model, sessions, contexts, launch, places, texts),
            actions,
            news,
            new TeamPane(team, texts),
            change,
            below);
    verify.setOnLook(() -> leaves.show(proof));
    actions.setOnAdd(() -> chooseFolder(body));
    actions.setOnVerify(() -> {
      leaves.show(proof);
      verify.verify();
    });
    body.getStyleClass().add("sy-projects");
    body.setMinHeight(Region.USE_PREF_SIZE);
    return new PageScroll(body);
  }

  private boolean restores() {
    return history.stateProperty().get() instanceof HistoryViewModel.State.Chosen;
  }

  private boolean reviews() {
    return team.stateProperty().get() instanceof TeamViewModel.State.Reviewed;
  }

  private ObservableValue<Optional<Path>> folder() {
    return model.selectedProperty().map(row -> row.map(one -> one.project().folder()));
  }

  private ObservableValue<String> sessionsTitle() {
    return Bindings.createStringBinding(
        () ->
            texts.text(
                "sessions.leaf",
                model
                    .selectedProperty()
                    .get()
                    .map(row -> sessions.of(row.project().folder()).size())
                    .orElse(0)),
        model.selectedProperty(),
        sessions.stateProperty());
  }

  private ObservableValue<String> contextTitle() {
    return Bindings.createStringBinding(
        () ->
            texts.text(
                model
                        .selectedProperty()
                        .get()
                        .flatMap(row -> contexts.alarm(row.project().folder()))
                        .isPresent()
                    ? "projects.leaf.context-broken"
                    : "projects.leaf.context"),
        model.selectedProperty(),
        contexts.contractsProperty());
  }

  private Node empty(Node owner) {
    return new EmptyState(
        Feather.FOLDER_PLUS,
        texts.text("projects.empty"),
        texts.text("projects.add"),
        () -> chooseFolder(owner));
  }

  private Node failed(String reason) {
    var message = new InlineMessage();
    message.show(
        Tone.DANGER,
        reason,
        InlineMessage.action(texts.text("projects.try-again"), model::refresh));
    var box = new VBox(message);
    box.getStyleClass().add("screen");
    return box;
  }

  private void chooseFolder(Node owner) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(texts.text("projects.add"));
    Optional.ofNullable(chooser.showDialog(owner.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(model::add);
  }
}
