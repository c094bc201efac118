package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.endpoint.EndpointKind.Management;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.StateDot;
import dev.switchyard.ui.component.WrappedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All that is known of the chosen endpoint, and what can be done with it.
final class DetailCard extends Card {
  private final EndpointsViewModel model;
  private final EndpointTexts texts;
  private final StandingTexts standing;
  private final FlowPane buttons = new FlowPane();
  private final VBox facts = new VBox();

  DetailCard(EndpointsViewModel model, EndpointTexts texts) {
    super("");
    this.model = model;
    this.texts = texts;
    this.standing = new StandingTexts(texts);
    buttons.getStyleClass().add("endpoint-bar");
    facts.getStyleClass().add("column");
    getStyleClass().add("endpoint-detail");
    getChildren().addAll(buttons, facts);
    model.selectedProperty().subscribe(this::show);
    model.health().standingsProperty().subscribe(() -> showFacts(model.selectedProperty().get()));
  }

  private void show(Optional<EndpointRow> selected) {
    setTitle(selected.map(EndpointRow::title).orElse(""));
    buttons.getChildren().setAll(selected.map(this::buttons).orElse(List.of()));
    showFacts(selected);
  }

  private void showFacts(Optional<EndpointRow> selected) {
    facts.getChildren().setAll(selected.map(this::facts).orElse(List.of()));
  }

  private List<Node> buttons(EndpointRow row) {
    var all = new ArrayList<Node>();
    all.add(
        button(
            row.profile().isPresent() ? "endpoints.edit" : "endpoints.name-it",
            Feather.EDIT_2,
            () -> model.edit(row)));
    var test =
        button("endpoints.test.one", Feather.ACTIVITY, () -> model.health().test(List.of(row)));
    test.disableProperty().bind(model.health().runningProperty());
    all.add(test);
    all.add(button("endpoints.use-for-project", Feather.SHUFFLE, model::useForProject));
    if (row.profile().isPresent()) {
      all.add(button("endpoints.remove", Feather.X, () -> model.removal().ask(row)));
    }
    return all;
  }

  private List<Node> facts(EndpointRow row) {
    var all = new ArrayList<Node>();
    all.addAll(standing(model.health().of(row)));
    all.add(fact("address", row.url().toString()));
    all.add(fact("kind", row.kind().product() + " – " + texts.text(management(row))));
    var way = new WrappedLabel(texts.text(wayMeans(row)));
    way.setGraphic(new FontIcon(EndpointTable.wayIcon(row)));
    all.add(new FormRow(texts.text("endpoints.column.way"), way, ""));
    all.add(fact("token", texts.token(row.token())));
    row.profile()
        .flatMap(EndpointProfile::caFile)
        .ifPresent(file -> all.add(fact("ca", file.toString())));
    row.profile()
        .map(EndpointProfile::limits)
        .ifPresent(limits ->
            all.add(
                fact(
                    "limits",
                    texts.text(
                        "endpoints.limits",
                        limits.connect().toSeconds(),
                        limits.answer().toSeconds()))));
    return all;
  }

  private List<Node> standing(Standing found) {
    var words = new WrappedLabel(standing.whole(found));
    words.setGraphic(new StateDot(StandingTexts.dot(found), standing.brief(found)));
    var all = new ArrayList<Node>();
    all.add(new FormRow(texts.text("endpoints.column.standing"), words, ""));
    if (found instanceof Standing.Asked(var health, _)) {
      standing.facts(health).forEach((key, text) -> all.add(fact(key, text)));
    }
    return all;
  }

  private FormRow fact(String key, String text) {
    return new FormRow(texts.text("endpoints.column." + key), new WrappedLabel(text), "");
  }

  private static String management(EndpointRow row) {
    return "endpoints.manages." + managementOf(row).id();
  }

  private static Management managementOf(EndpointRow row) {
    return row.kind().management();
  }

  private static String wayMeans(EndpointRow row) {
    if (!row.leavesMachine()) {
      return "endpoints.way.stays.means";
    }
    return row.isUnencrypted() ? "endpoint.profile.in-clear" : "endpoints.form.leaves";
  }

  private Button button(String key, Ikon icon, Runnable run) {
    var button = new Button(texts.text(key), new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    return button;
  }
}
