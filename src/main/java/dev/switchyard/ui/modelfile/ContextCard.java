package dev.switchyard.ui.modelfile;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The context length as slider and figure, and what it makes of the memory.
final class ContextCard extends Card {
  private final ModelfileViewModel model;
  private final Texts texts;
  private final TextField exact = new TextField();
  private final Label unit = new Label();
  private final Slider slider = new Slider();
  private final SliderStops stops;
  private final Label marks = Figure.caption("");
  private final InlineMessage problem = new InlineMessage();
  private boolean showing;

  /// @param onPull asked to show where a model of this name can be pulled
  ContextCard(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    super(texts.text("modelfile.context"));
    this.model = model;
    this.texts = texts;
    this.stops = new SliderStops(slider, texts.locale(), model::setContext);
    exact.setId("context-length");
    exact.getStyleClass().add("context-figure");
    exact.setAccessibleText(texts.text("modelfile.context"));
    exact.setPromptText(texts.text("modelfile.context.unset"));
    exact.setOnAction(_ -> typed());
    exact.focusedProperty().subscribe((was, is) -> leave(was, is));
    unit.getStyleClass().add("muted");
    unit.setWrapText(true);
    slider.setId("context-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setAccessibleText(texts.text("modelfile.context"));
    slider.setBlockIncrement(0.25);
    var figure = new HBox(exact, unit);
    figure.getStyleClass().add("context-line");
    getStyleClass().add("context");
    getChildren()
        .addAll(figure, slider, stops, marks, problem, new MemoryPanel(model, texts, onPull));
    model.scaleProperty().subscribe(this::showScale);
    model.document().modelfileProperty().subscribe(_ -> showContext());
    model.document().problemsProperty().subscribe(_ -> showProblem());
    model.forecast().forecastProperty().subscribe(this::show);
    // Last, and only of changes: what the slider begins with is nothing that a person chose.
    slider.valueProperty().addListener(_ -> moved());
  }

  private void typed() {
    if (!model.setContext(exact.getText())) {
      problem.show(Tone.DANGER, texts.text(refusal()));
    }
  }

  private Message refusal() {
    return model
        .trainedContext()
        .map(most -> Message.of("modelfile.context.notUpTo", exact.getText(), most))
        .orElseGet(() -> Message.of("modelfile.context.notANumber", exact.getText()));
  }

  private void leave(boolean was, boolean is) {
    if (was && !is && !exact.getText().isBlank()) {
      typed();
    }
  }

  private void moved() {
    if (!showing) {
      int tokens = model.scaleProperty().get().tokens(slider.getValue());
      if (model.context().filter(now -> now == tokens).isEmpty()) {
        model.setContext(tokens);
      }
    }
  }

  private void showScale(ContextScale scale) {
    showing = true;
    slider.setMax(scale.length());
    showing = false;
    stops.show(scale);
    showContext();
  }

  private void showUnit() {
    unit.setText(
        model
            .trainedContext()
            .map(most -> texts.text("modelfile.context.trained", most))
            .orElseGet(() -> texts.text("modelfile.context.tokens")));
  }

  private void showContext() {
    var context = model.context();
    showing = true;
    exact.setText(context.map(tokens -> texts.text("modelfile.context.figure", tokens)).orElse(""));
    slider.setValue(context.map(model.scaleProperty().get()::position).orElse(0.0));
    showing = false;
  }

  private void showProblem() {
    model
        .document()
        .problemOf("num_ctx")
        .ifPresentOrElse(
            found ->
                problem.show(
                    found.isError() ? Tone.DANGER : Tone.WARNING, texts.text(found.text())),
            problem::clear);
  }

  private void show(Forecast forecast) {
    showUnit();
    stops.mark(ClaudeCodeReadiness.NEEDED_CONTEXT, forecast.verdicts());
    stops.showZones(forecast.zones());
    marks.setText(forecast.marks().stream().map(texts::text).collect(Collectors.joining(" · ")));
  }
}
