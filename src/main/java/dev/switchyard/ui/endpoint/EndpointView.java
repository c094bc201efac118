package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.share.SetupFileChooser;
import dev.switchyard.ui.share.TeamPane;
import dev.switchyard.ui.share.TeamViewModel;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Endpoints screen: the table, what can be done with the chosen endpoint, and the form.
final class EndpointView {
  private static final KeyCombination NEW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

  private final EndpointsViewModel model;
  private final TeamViewModel team;
  private final EndpointTexts texts;
  private final EndpointTable table;
  private final InlineMessage problem = new InlineMessage();
  private final VBox form = new VBox();
  private final VBox body = new VBox();

  EndpointView(EndpointsViewModel model, TeamViewModel team, EndpointTexts texts) {
    this.model = model;
    this.team = team;
    this.texts = texts;
    table = new EndpointTable(model, texts);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    var listed = new VBox(table);
    listed.getStyleClass().add("sy-card");
    var detail = new DetailCard(model, texts);
    var teaching = new TeachingCard(texts);
    form.managedProperty().bind(form.visibleProperty());
    form.visibleProperty().bind(Bindings.isNotEmpty(form.getChildren()));
    detail.visibleProperty().bind(form.visibleProperty().not());
    detail.managedProperty().bind(detail.visibleProperty());
    teaching.visibleProperty().bind(model.hasNamedProperty().or(form.visibleProperty()).not());
    teaching.managedProperty().bind(teaching.visibleProperty());
    body.getChildren()
        .setAll(
            bar(),
            problem,
            new RemovalPane(model.removal(), texts),
            new TeamPane(team, texts.texts()),
            listed,
            new DiscoveryCard(model.discovery(), texts),
            form,
            detail,
            teaching);
    body.getStyleClass().add("sy-endpoints");
    body.setMinHeight(Region.USE_PREF_SIZE);
    body.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (NEW.match(event)) {
            model.add();
            event.consume();
          }
        });
    model.problemProperty().subscribe(this::showProblem);
    model.formProperty().subscribe(this::showForm);
  }

  Node node() {
    return new PageScroll(body);
  }

  private Node bar() {
    var add = button("endpoints.add", Feather.PLUS, model::add);
    Primary.markWhile(add, form.visibleProperty().not());
    var bar =
        new FlowPane(
            add,
            button("endpoints.discover", Feather.SEARCH, () -> model.discovery().look()),
            button(
                "team.import",
                Feather.DOWNLOAD,
                () -> SetupFileChooser.open(body, texts.texts()).ifPresent(team::open)),
            button(
                "team.export",
                Feather.UPLOAD,
                () -> SetupFileChooser.save(body, texts.texts()).ifPresent(team::export)),
            new TestBar(model, texts));
    bar.getStyleClass().add("endpoint-bar");
    return bar;
  }

  private Button button(String key, Ikon icon, Runnable run) {
    var button = new Button(texts.text(key), new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private void key(KeyEvent event) {
    var selected = model.selectedProperty().get();
    switch (event.getCode()) {
      case ENTER -> selected.ifPresent(model::edit);
      case DELETE, BACK_SPACE -> selected.ifPresent(model.removal()::ask);
      case ESCAPE -> model.removal().dismiss();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void showProblem(Optional<Message> found) {
    found.ifPresentOrElse(
        text ->
            problem.show(
                Tone.DANGER,
                texts.text(text),
                InlineMessage.action(texts.text("endpoints.open-folder"), model::openFolder),
                InlineMessage.action(texts.text("projects.try-again"), model::refresh)),
        problem::clear);
  }

  private void showForm(Optional<FormViewModel> opened) {
    form.getChildren().clear();
    if (opened.isEmpty()) {
      table.requestFocus();
      return;
    }
    var card = new FormCard(opened.get(), model::closeForm, texts);
    Keys.onEscape(card, model::closeForm);
    form.getChildren().setAll(card);
    card.begin();
  }
}
