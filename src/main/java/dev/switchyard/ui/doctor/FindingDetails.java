package dev.switchyard.ui.doctor;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.Preview;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.ui.component.CommandField;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.doctor.Plans.Plan;
import dev.switchyard.ui.projects.FileDifference;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a finding was seen by, what comes of it, and what mends it: a button after showing what it
/// changes, a command to paste, or words.
final class FindingDetails extends GridPane {
  private final Places places;
  private final Texts texts;
  private final VBox plan = new VBox();
  private final BooleanProperty next = new SimpleBooleanProperty();
  private final Optional<Button> fix;

  FindingDetails(Entry entry, MendingViewModel model, Places places, Texts texts) {
    this.places = places;
    this.texts = texts;
    this.fix = entry.fix().map(_ -> button(entry, model));
    plan.getStyleClass().add("column");
    getStyleClass().add("finding-details");
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setMinWidth(0);
    getColumnConstraints().setAll(new ColumnConstraints(), value);
    var finding = entry.finding();
    if (!finding.evidence().isEmpty()) {
      row("doctor.screen.evidence", column(finding.evidence().stream().map(this::line).toList()));
    }
    row("doctor.screen.risk", new WrappedLabel(texts.text(finding.risk())));
    switch (finding.remedy()) {
      case Remedy.Fix _ ->
          fix.ifPresent(button -> {
            row("doctor.screen.remedy", column(List.of(new HBox(button), plan)));
            showPlan(model.plans().of(entry));
          });
      case Remedy.ByHand(var what, var lines) ->
          row("doctor.screen.by-hand", byHand(texts.text(what), lines));
    }
  }

  /// @param isNext whether its button is what is suggested to do next
  void setNext(boolean isNext) {
    next.set(isNext);
  }

  /// While something is being mended nothing else can be.
  void setBusy(boolean busy) {
    fix.ifPresent(button -> button.setDisable(busy));
  }

  void showPlan(Optional<Plan> known) {
    plan.getChildren().setAll(known.map(this::nodes).orElse(List.of()));
  }

  private List<Node> nodes(Plan of) {
    return switch (of) {
      case Plan.Working _ -> List.of(Figure.caption(texts.text("doctor.screen.planning")));
      case Plan.Failed(_, var reason) ->
          List.of(new InlineMessage(Tone.WARNING, texts.text(reason)));
      case Plan.Ready(_, var steps) ->
          steps.stream().flatMap(step -> nodes(step).stream()).toList();
    };
  }

  private List<Node> nodes(Preview step) {
    var nodes = new ArrayList<Node>();
    nodes.add(new WrappedLabel(texts.text(step.text())));
    step.changes().stream()
        .filter(change -> !change.changesNothing())
        .forEach(change -> nodes.add(new FileDifference(change, "projects.file.", places, texts)));
    nodes.add(Figure.caption(texts.text(step.undo())));
    return nodes;
  }

  private Button button(Entry entry, MendingViewModel model) {
    var button = new Button(texts.text("doctor.screen.fix"), new FontIcon(Feather.TOOL));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(texts.text("doctor.screen.fix-of", entry.problem()));
    button.setOnAction(_ -> model.fix(entry));
    Primary.markWhile(button, next);
    return button;
  }

  private Node byHand(String what, List<String> lines) {
    var nodes = new ArrayList<Node>();
    nodes.add(new WrappedLabel(what));
    for (var line : lines) {
      var command = new CommandField(texts.text("general.copy"));
      command.show(line);
      nodes.add(command);
    }
    return column(nodes);
  }

  private Label line(Message evidence) {
    return new WrappedLabel(texts.text(evidence));
  }

  private static VBox column(List<? extends Node> nodes) {
    var column = new VBox();
    column.getChildren().setAll(nodes);
    column.getStyleClass().add("column");
    return column;
  }

  private void row(String key, Node value) {
    var name = new Label(texts.text(key));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(name, VPos.TOP);
    addRow(getRowCount(), name, value);
  }
}
