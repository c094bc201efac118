package dev.switchyard.ui.about;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.about.Build;
import dev.switchyard.domain.about.ReadVersions.Versions;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The card of the settings about the program itself.
public final class AboutCard {
  private final AboutViewModel model;
  private final Texts texts;
  private final GridPane facts = new GridPane();
  private final FlowPane links = new FlowPane();

  public AboutCard(AboutViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    facts.getStyleClass().add("about-facts");
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().setAll(new ColumnConstraints(), value);
    links.getStyleClass().add("about-links");
  }

  public Node node() {
    model.versionsProperty().subscribe(read -> read.ifPresent(this::show));
    var actions = new FlowPane(copy(), licences(), button("about.log", model::openLog));
    actions.getStyleClass().add("about-actions");
    var column =
        new VBox(
            facts,
            actions,
            links,
            Figure.caption(texts.text("about.quiet")),
            Figure.caption(texts.text("about.log.hint", model.log().toString())));
    column.getStyleClass().add("column");
    return new Card(texts.text("about.card"), column);
  }

  private Button copy() {
    var copy = button("about.copy", model::copy);
    copy.disableProperty().bind(model.versionsProperty().map(Optional::isEmpty));
    return copy;
  }

  private Button licences() {
    var licences =
        button(
            "about.licences",
            () ->
                model
                    .versionsProperty()
                    .get()
                    .ifPresent(read -> new LicencesDialog(read.parts(), texts).show(facts)));
    licences.disableProperty().bind(model.versionsProperty().map(Optional::isEmpty));
    return licences;
  }

  private Button button(String key, Runnable run) {
    var button = new Button(texts.text(key));
    button.setOnAction(_ -> run.run());
    return button;
  }

  private void show(Versions read) {
    facts.getChildren().clear();
    row(texts.text("shell.name"), build(read.build()));
    read.facts().forEach(fact -> row(texts.text("about.fact." + fact.id()), fact.value()));
    row(texts.text("about.claude"), claude(read.claude()));
    row(texts.text("about.server"), texts.text(server(read.server())));
    links.getChildren().setAll(links(read.build()));
  }

  private void row(String name, String value) {
    var label = new Label(name);
    label.getStyleClass().add("form-label");
    label.setMinWidth(Label.USE_PREF_SIZE);
    var text = new WrappedLabel(value);
    label.setLabelFor(text);
    GridPane.setValignment(label, VPos.TOP);
    facts.addRow(facts.getRowCount(), label, text);
  }

  private String build(Build build) {
    return build.version().isEmpty() ? texts.text("about.version.none") : build.toString();
  }

  private String claude(Known<Program> claude) {
    return switch (claude) {
      case Known.Unknown<Program>(var reason) -> texts.text(reason);
      case Known.Value<Program>(var program) ->
          texts.text(
              "about.program",
              program.version().orReason(Version::toString),
              program.path().toString());
    };
  }

  private static Message server(ServerState server) {
    return switch (server) {
      case ServerState.Running(var url, var version) ->
          Message.of("about.server.running", version.toString(), url.toString());
      case ServerState.Serving(var url, var kind, _) ->
          Message.of("server.other", kind.product(), url.toString());
      case ServerState.Stopped(_, var reason, _) -> reason;
      case ServerState.Missing(_, var reason) -> reason;
    };
  }

  /// Only where the build was told the project's page.
  private List<Node> links(Build build) {
    var nodes = new ArrayList<Node>();
    build.releases().ifPresent(address -> nodes.add(link("about.releases", address)));
    build.guide().ifPresent(address -> nodes.add(link("about.guide", address)));
    return nodes;
  }

  private Hyperlink link(String key, URI address) {
    var link = new Hyperlink(texts.text(key));
    link.setAccessibleHelp(address.toString());
    link.setOnAction(_ -> model.follow(address));
    return link;
  }
}
