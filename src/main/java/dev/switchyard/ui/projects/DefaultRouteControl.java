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
import org.jspecify.annotations.Nullable;

/// The default route in the top bar: a click shows below what would be written.
public final class DefaultRouteControl extends HBox {
  private final DefaultRouteViewModel model;
  private final Texts texts;
  private final SegmentedControl<RouteChoice> control;
  private final Places places;

  // Windows of their own, and all that they hold: they are made when they are needed.
  private @Nullable Popover popover;
  private @Nullable Tooltip tooltip;

  public DefaultRouteControl(DefaultRouteViewModel model, Places places, Texts texts) {
    this.model = model;
    this.places = places;
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
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("row");
    getChildren().setAll(label, control);
    model.routeProperty().subscribe(_ -> show());
    model.change().stateProperty().subscribe(this::showChange);
  }

  private Popover popover() {
    var before = popover;
    if (before != null) {
      return before;
    }
    var made = new Popover(pane());
    made.setHeaderAlwaysVisible(false);
    made.setDetachable(false);
    made.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    made.setOnHidden(_ -> model.change().cancel());
    popover = made;
    return made;
  }

  private ScrollPane pane() {
    var pane = new ChangePane(model.change(), model.modelNamesProperty(), places, texts);
    var scroll = new ScrollPane(pane);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("default-route-change");
    return scroll;
  }

  private void show() {
    control.valueProperty().set(model.choice().orElse(null));
    model.routeProperty().get().ifPresent(route -> tooltip(texts.text(RouteSentence.of(route))));
  }

  private void tooltip(String text) {
    var before = tooltip;
    var shown = before == null ? new Tooltip() : before;
    if (before == null) {
      Tooltip.install(control, shown);
      tooltip = shown;
    }
    shown.setText(text);
  }

  private void showChange(ChangeViewModel.State state) {
    boolean idle = state instanceof ChangeViewModel.State.Idle;
    boolean showing = popover != null && popover.isShowing();
    if (idle && showing) {
      popover().hide();
    } else if (!idle && !showing && control.getScene() != null) {
      popover().show(control);
    }
  }
}
