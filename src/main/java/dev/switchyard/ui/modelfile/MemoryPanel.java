package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Part;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// What the context length makes of the memory: verdict, total and what is left first; how it is
/// computed for those who open it.
final class MemoryPanel extends VBox {
  private final ModelfileViewModel model;
  private final Texts texts;
  private final InlineMessage verdict = new InlineMessage();
  private final Label sum = new WrappedLabel("", "strong");
  private final StackedBar bar = new StackedBar();
  private final PartList parts;
  private final WayList ways;
  private final TitledPane details;
  private final Label notes = Figure.caption("");
  private final List<Node> known;

  /// @param onPull asked to show where a model of this name can be pulled
  MemoryPanel(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    this.model = model;
    this.texts = texts;
    this.parts = new PartList(texts);
    this.ways = new WayList(model.document(), texts, onPull);
    this.details = new TitledPane(texts.text("modelfile.memory.parts"), new VBox(parts, notes));
    this.known = List.of(sum, bar, ways, details);
    getStyleClass().add("memory");
    details.setId("memory-parts");
    details.setExpanded(false);
    details.setAnimated(false);
    getChildren().addAll(new MachineRow(model.machine(), texts), verdict, sum, bar, ways, details);
    model.forecast().forecastProperty().subscribe(forecast -> show(forecast));
  }

  private void show(Forecast forecast) {
    boolean isKnown = forecast.report().toOptional().isPresent();
    known.forEach(node -> {
      node.setVisible(isKnown);
      node.setManaged(isKnown);
    });
    switch (forecast.report()) {
      case Known.Unknown<FitReport>(var reason) -> verdict.show(Tone.NEUTRAL, texts.text(reason));
      case Known.Value<FitReport>(var report) -> show(report, forecast);
    }
  }

  private void show(FitReport report, Forecast forecast) {
    var need = report.need();
    var shown =
        Stream.concat(need.parts().stream(), need.headroom().stream())
            .filter(part -> part.name() != Part.Name.PROMPT_CACHE)
            .filter(part -> part.bytes() > 0)
            .map(this::segment)
            .toList();
    bar.show(shown, Math.max(1.0, (double) report.freeBytes()));
    sum.setText(sum(report));
    verdict.show(tone(report), texts.text(report.sentence()), longest(report));
    parts.show(need);
    ways.show(report, forecast.smaller());
    var lines = new ArrayList<Message>(report.notes());
    lines.addAll(need.assumptions());
    lines.addAll(forecast.hints());
    notes.setText(String.join("\n", lines.stream().map(texts::text).toList()));
  }

  private String sum(FitReport report) {
    var place = report.hardware().freeGpus().isEmpty() ? "ram" : "gpu";
    var figures =
        texts.text(
            "modelfile.memory." + place,
            new Bytes(report.need().totalBytes()),
            new Bytes(report.freeBytes()));
    long spare = report.spareBytes();
    return spare < 0
        ? figures
        : figures + " " + texts.text("modelfile.memory.spare", new Bytes(spare));
  }

  /// One click to the longest context that fits best.
  private Node[] longest(FitReport report) {
    return report
        .recommendedContext(ClaudeCodeReadiness.NEEDED_CONTEXT)
        .toOptional()
        .filter(tokens -> tokens != report.need().contextLength())
        .map(tokens -> new Node[] {use(tokens)})
        .orElseGet(() -> new Node[0]);
  }

  private Button use(int tokens) {
    var text = texts.text("modelfile.memory.use", Sizes.tokens(tokens, texts.locale()));
    return InlineMessage.action(text, () -> model.setContext(tokens));
  }

  private StackedBar.Part segment(Part part) {
    var text = PartList.name(texts, part) + " " + Sizes.bytes(part.bytes(), texts.locale());
    return new StackedBar.Part(text, part.bytes(), PartList.paint(part.name()));
  }

  private static Tone tone(FitReport report) {
    return switch (report.placement().verdict().toOptional().orElse(null)) {
      case FITS -> Tone.SUCCESS;
      case SPLITS -> Tone.WARNING;
      case SWAPS, CANNOT_LOAD -> Tone.DANGER;
      case null -> Tone.NEUTRAL;
    };
  }
}
