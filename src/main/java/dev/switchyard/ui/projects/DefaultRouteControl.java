package dev.switchyard.ui.projects;

import atlantafx.base.controls.Popover;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The default route in the top bar: a click shows below what would be written.
public final class DefaultRouteControl extends HBox {
  private final DefaultRouteViewModel model;
  private final Texts texts;
  private final SegmentedControl<RouteChoice> control;
  private final Popover popover;
  private final Tooltip tooltip = new Tooltip();

  public DefaultRouteControl(DefaultRouteViewModel model, Places places, Texts texts) {
    this.model = model;
    this.texts = texts;
    var label = new Label(texts.text("projects.default-route"));
    label.getStyleClass().addAll("muted", "dispensable");
    label.setMinWidth(Region.USE_PREF_SIZE);
    control =
        new SegmentedControl<>(
            texts.text("projects.default-route"),
            List.of(RouteChoice.LOCAL, RouteChoice.CLOUD),
            choice -> texts.text("projects.choice." + choice.name().toLowerCase(Locale.ROOT)));
    control.setMinWidth(Region.USE_PREF_SIZE);
    control.setOnRequest(model::choose);
    Tooltip.install(control, tooltip);
    popover = new Popover(pane(places));
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    popover.setOnHidden(_ -> model.change().cancel());
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("row");
    getChildren().setAll(label, control);
    model.routeProperty().subscribe(_ -> show());
    model.change().stateProperty().subscribe(this::showChange);
  }

  private ScrollPane pane(Places places) {
    var pane = new ChangePane(model.change(), model.modelNamesProperty(), places, texts);
    var scroll = new ScrollPane(pane);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("default-route-change");
    return scroll;
  }

  private void show() {
    control.valueProperty().set(model.choice().orElse(null));
    tooltip.setText(
        model.routeProperty().get().map(route -> texts.text(RouteSentence.of(route))).orElse(""));
  }

  private void showChange(ChangeViewModel.State state) {
    boolean idle = state instanceof ChangeViewModel.State.Idle;
    if (idle && popover.isShowing()) {
      popover.hide();
    } else if (!idle && !popover.isShowing() && control.getScene() != null) {
      popover.show(control);
    }
  }
}
