package dev.switchyard.ui.modelfile;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final InlineMessage problem = new InlineMessage();
  private final StackedBar bar = new StackedBar();
  private final Label sum = new Label();
  private final InlineMessage verdict = new InlineMessage();
  private final Label notes = Figure.caption("");
  private boolean showing;

  ContextCard(ModelfileViewModel model, Texts texts) {
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
    sum.getStyleClass().add("strong");
    var figure = new HBox(exact, unit);
    figure.getStyleClass().add("context-line");
    getStyleClass().add("context");
    getChildren().addAll(figure, slider, stops, problem, sum, bar, verdict, notes);
    model.scaleProperty().subscribe(this::showScale);
    model.document().modelfileProperty().subscribe(_ -> showContext());
    model.document().problemsProperty().subscribe(_ -> showProblem());
    model.forecast().reportProperty().subscribe(this::showReport);
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

  private void showReport(Known<FitReport> known) {
    showUnit();
    stops.mark(
        ClaudeCodeReadiness.NEEDED_CONTEXT,
        known.toOptional().map(FitReport::verdicts).orElse(Collections.emptySortedMap()));
    boolean isKnown = known.toOptional().isPresent();
    for (var node : List.of(bar, sum, notes)) {
      node.setVisible(isKnown);
      node.setManaged(isKnown);
    }
    switch (known) {
      case Known.Unknown<FitReport>(var reason) -> verdict.show(Tone.NEUTRAL, texts.text(reason));
      case Known.Value<FitReport>(var report) -> showReport(report);
    }
  }

  private void showReport(FitReport report) {
    var need = report.need();
    var parts =
        Stream.concat(need.parts().stream(), need.headroom().stream())
            .filter(part -> part.name() != Part.Name.PROMPT_CACHE)
            .filter(part -> part.bytes() > 0)
            .map(this::segment)
            .toList();
    bar.show(parts, Math.max(1.0, (double) report.freeBytes()));
    sum.setText(
        texts.text(
            report.hardware().freeGpus().isEmpty()
                ? "modelfile.memory.ram"
                : "modelfile.memory.gpu",
            Sizes.bytes(need.totalBytes(), texts.locale()),
            Sizes.bytes(report.freeBytes(), texts.locale())));
    verdict.show(tone(report), sentence(report));
    var lines = new ArrayList<Message>(report.notes());
    lines.addAll(need.assumptions());
    Stream.of(
            model.forecast().batchHintProperty().get(), model.forecast().cacheHintProperty().get())
        .flatMap(Optional::stream)
        .forEach(lines::add);
    notes.setText(String.join("\n", lines.stream().map(texts::text).toList()));
  }

  private StackedBar.Part segment(Part part) {
    var text =
        texts.text("fit.part." + part.name().wireName())
            + " "
            + Sizes.bytes(part.bytes(), texts.locale());
    return new StackedBar.Part(text, part.bytes(), paint(part.name()));
  }

  private static String paint(Part.Name name) {
    return switch (name) {
      case WEIGHTS -> "part-weights";
      case KV, STATE -> "part-context";
      case COMPUTE -> "part-compute";
      case PROJECTOR -> "part-other";
      case RESERVE, PROMPT_CACHE -> "part-system";
    };
  }

  private static Tone tone(FitReport report) {
    return switch (report.placement().verdict().toOptional().orElse(null)) {
      case FITS -> Tone.SUCCESS;
      case SPLITS -> Tone.WARNING;
      case SWAPS, CANNOT_LOAD -> Tone.DANGER;
      case null -> Tone.NEUTRAL;
    };
  }

  private String sentence(FitReport report) {
    var said = texts.text(report.sentence());
    return report
        .recommendedContext()
        .toOptional()
        .filter(tokens -> tokens != report.need().contextLength())
        .map(tokens ->
            said
                + " "
                + texts.text("modelfile.memory.longest", Sizes.tokens(tokens, texts.locale())))
        .orElse(said);
  }
}
