package dev.switchyard.ui.overview;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.fit.FitReport;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.setup.FitsMachine;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The guide's models, the strongest first: what each needs for Claude Code, whether this machine
/// has it, and which is the best for it.
final class FitsCard extends Card {
  private final FitsViewModel model;
  private final Texts texts;
  private final GridPane table = new GridPane();
  private final Label best = words("", "strong");
  private final Label note = Figure.caption("");

  FitsCard(FitsViewModel model, Texts texts) {
    super(texts.text("overview.fits"));
    this.model = model;
    this.texts = texts;
    table.getStyleClass().add("fits");
    var name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    var need = new ColumnConstraints();
    need.setMinWidth(Region.USE_PREF_SIZE);
    need.setHalignment(HPos.RIGHT);
    var verdict = new ColumnConstraints();
    verdict.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(name, need, verdict);
    best.managedProperty().bind(best.textProperty().isNotEmpty());
    getChildren().addAll(table, best, note);
    model.rowsProperty().addListener((_, _, now) -> show(now));
    model.otherMachineProperty().addListener((_, _, _) -> show(model.rowsProperty().get()));
    show(model.rowsProperty().get());
  }

  private void show(List<FitsMachine.Row> rows) {
    var other = model.otherMachineProperty().get();
    setTitle(texts.text(other.isPresent() ? "overview.fits.other" : "overview.fits"));
    table.getChildren().clear();
    header(0, "overview.fits.model");
    header(1, "overview.fits.needs");
    header(2, "overview.fits.verdict");
    int line = 1;
    for (var row : rows) {
      line = show(row, line);
    }
    best.setText(rows.stream().anyMatch(row -> row.report().isPresent()) ? bestWords() : "");
    note.setText(
        model
            .problemProperty()
            .get()
            .or(() -> other.map(OtherMachine::description))
            .map(texts::text)
            .orElseGet(() -> texts.text("overview.fits.note")));
  }

  private String bestWords() {
    return model
        .best()
        .map(found ->
            texts.text("overview.fits.best", found.entry().name().shortText(), found.why()))
        .orElseGet(() -> texts.text("overview.fits.none"));
  }

  private boolean isBest(FitsMachine.Row row) {
    return model.best().filter(found -> found.entry().equals(row.entry())).isPresent();
  }

  private void header(int column, String key) {
    var label = new Label(texts.text(key));
    label.getStyleClass().add("muted");
    table.add(label, column, 0);
  }

  /// @return the next free line
  private int show(FitsMachine.Row row, int line) {
    var name = new Label(row.entry().name().shortText());
    if (isBest(row)) {
      name.getStyleClass().add("strong");
    }
    table.add(name, 0, line);
    table.add(new Label(need(row)), 1, line);
    table.add(row.report().map(this::verdict).orElseGet(this::notComputed), 2, line);
    if (row.report().isPresent()) {
      return line + 1;
    }
    var claim = words(texts.text("overview.fits.claim", row.entry().needs()), "muted");
    table.add(claim, 0, line + 1, 3, 1);
    return line + 2;
  }

  private Label notComputed() {
    return words(texts.text("overview.fits.not-computed"), "muted");
  }

  private String need(FitsMachine.Row row) {
    return row.report()
        .map(report -> Sizes.bytes(report.need().totalBytes(), texts.locale()))
        .map(bytes -> row.installed() ? bytes : texts.text("overview.fits.about", bytes))
        .orElseGet(() ->
            texts.text("overview.fits.file", Sizes.bytes(row.entry().bytes(), texts.locale())));
  }

  private Label verdict(FitReport report) {
    return switch (report.placement().verdict()) {
      case Known.Unknown<Verdict>(var reason) -> words(texts.text(reason), "muted");
      case Known.Value<Verdict>(var verdict) ->
          switch (verdict) {
            case FITS -> words(texts.text(fits(report)), "good");
            case SPLITS ->
                words(
                    texts.text(
                        "overview.fits.splits",
                        (double) report.placement().gpuBytes() / report.need().totalBytes()),
                    "warning");
            case SWAPS -> words(texts.text("overview.fits.swaps"), "bad");
            case CANNOT_LOAD -> words(texts.text("overview.fits.cannot"), "bad");
          };
    };
  }

  /// From RAM it runs too, but many times slower.
  private static String fits(FitReport report) {
    return report.hardware().freeGpus().isEmpty() ? "overview.fits.fits-ram" : "overview.fits.fits";
  }

  private static Label words(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
