package dev.switchyard.ui.capability;

import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.TwoColumns;
import dev.switchyard.ui.component.Waiting;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The run above, the matrix at the left and what the selected cell rests on at the right.
final class CapabilityView {
  private static final double LEAST_DETAIL = 300;
  private static final double SHARE_OF_MATRIX = 0.5;
  private static final double LEAST_HEIGHT = 280;
  private static final double GAP = 16;

  private final CapabilityViewModel model;
  private final CapabilityTexts texts;
  private final StackPane view = new StackPane();
  private final StackPane below = new StackPane();
  private final Node matrix;
  private final Node page;

  CapabilityView(CapabilityViewModel model, Texts texts) {
    this.model = model;
    this.texts = new CapabilityTexts(texts);
    matrix = matrix();
    VBox.setVgrow(below, Priority.ALWAYS);
    var all = new VBox(new ProbeCard(model, this.texts), below);
    all.getStyleClass().add("capabilities");
    page = new PageScroll(all);
    model.stateProperty().subscribe(_ -> show());
    model.columns().subscribe(this::show);
    model.chosenProperty().subscribe(_ -> show());
  }

  Node node() {
    return view;
  }

  private Node matrix() {
    var detail = new DetailCard(model, texts);
    detail.setMinHeight(LEAST_HEIGHT);
    var table = new Matrix(model, texts, detail::focusEvidence);
    table.getStyleClass().add("sy-card");
    table.setMinHeight(LEAST_HEIGHT);
    return new MatrixAndDetail(table, detail);
  }

  private void show() {
    boolean empty = model.columns().isEmpty();
    put(
        view,
        switch (model.stateProperty().get()) {
          case CapabilityViewModel.State.Asking _ -> waiting();
          case CapabilityViewModel.State.Unreachable(var text) when empty ->
              new EmptyState(
                  Feather.ZAP_OFF,
                  texts.text(text),
                  texts.text("models.open-overview"),
                  model::openOverview);
          case CapabilityViewModel.State.NoModels _ ->
              new EmptyState(
                  Feather.CHECK_SQUARE,
                  texts.text("capabilities.no-models"),
                  texts.text("capabilities.open-models"),
                  model::openModels);
          case CapabilityViewModel.State.Unreachable _, CapabilityViewModel.State.Listed _ -> page;
        });
    put(below, empty ? first() : matrix);
  }

  /// What is there already keeps the focus.
  private static void put(StackPane place, Node content) {
    if (!place.getChildren().equals(List.of(content))) {
      place.getChildren().setAll(content);
    }
  }

  private Node waiting() {
    var waiting = new Waiting(texts.texts(), texts.text("capabilities.asking"));
    waiting.setAlignment(Pos.CENTER);
    return waiting;
  }

  /// What the screen is for, and the first step.
  private Node first() {
    var chosen = model.chosenProperty().get();
    var name = chosen == null ? "" : chosen.shortText();
    return new EmptyState(
        Feather.CHECK_SQUARE,
        texts.text("capabilities.empty"),
        texts.text("capabilities.empty.probe", name),
        model::probe);
  }

  /// The matrix keeps the width of its columns, up to half of the room and more where there is.
  private static final class MatrixAndDetail extends TwoColumns {
    MatrixAndDetail(Matrix matrix, DetailCard detail) {
      super(matrix, detail, true, LEAST_DETAIL, SHARE_OF_MATRIX, GAP);
    }
  }
}
