package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.usage.UsageViewModel.Reading;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The Usage screen: the days, the answer beside the prices, and the table.
final class UsageView {
  private static final double LEAST_COLUMN = 340;
  private static final int COLUMNS = 2;
  private static final double GAP = 16;

  /// What is read in a moment needs no bar.
  private static final long NOTICEABLE = 16L << 20;

  private final Texts texts;
  private final InlineMessage problem = new InlineMessage();
  private final ProgressRow progress;
  private final Node node;

  /// @param dialog asks where a file is to be written
  UsageView(UsageViewModel model, Function<Window, Optional<Path>> dialog, Texts texts) {
    this.texts = texts;
    progress =
        new ProgressRow(
            texts.text("usage.reading"), texts.text("usage.reading.stop"), model::cancel);
    progress.managedProperty().bind(progress.visibleProperty());
    var days = new DaysCard(model, dialog, texts);
    CardGrid.setSpan(days, COLUMNS);
    var table = new TableCard(model, texts);
    CardGrid.setSpan(table, COLUMNS);
    var grid = new CardGrid(LEAST_COLUMN, COLUMNS, GAP);
    grid.getChildren()
        .setAll(days, new AnswerCard(model, texts), new PriceCard(model, texts), table);
    var page = new VBox(problem, progress, grid);
    page.getStyleClass().add("usage");
    node = new PageScroll(page);
    model
        .problemProperty()
        .subscribe(why ->
            why.ifPresentOrElse(
                text ->
                    problem.show(
                        Tone.WARNING,
                        texts.text(text),
                        InlineMessage.action(texts.text("usage.read-again"), model::refresh)),
                problem::clear));
    model.progressProperty().subscribe(this::show);
  }

  private void show(Optional<Reading> reading) {
    var noticeable = reading.filter(now -> now.of() >= NOTICEABLE);
    progress.setVisible(noticeable.isPresent());
    noticeable.ifPresent(now -> {
      progress.setCancelling(now.stopping());
      progress.show(
          (double) now.bytes() / now.of(),
          texts.text("usage.reading.of", bytes(now.bytes()), bytes(now.of())));
    });
  }

  private String bytes(long count) {
    return Sizes.bytes(count, texts.locale());
  }

  Node node() {
    return node;
  }

  /// Whether there is something to show a card for.
  static boolean isUsed(Optional<SavingsAnswer> said) {
    return said.filter(one -> !one.usage().isNone()).isPresent();
  }
}
