package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.ui.benchmark.BenchmarkViewModel.Shown;
import dev.switchyard.ui.benchmark.FigureGroup.Column;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;

/// The figures of one benchmark, with what they hold for, and the guide's beside them.
final class ResultCard extends Card {
  private static final double LEAST_GROUP = 296;
  private static final int MOST_COLUMNS = 6;
  private static final double GAP = 28;

  private final BenchmarkTexts texts;
  private final Label conditions = Figure.caption("");
  private final InlineMessage notKept = new InlineMessage();
  private final CardGrid groups = new CardGrid(LEAST_GROUP, MOST_COLUMNS, GAP);

  ResultCard(BenchmarkViewModel model, BenchmarkTexts texts) {
    super("");
    this.texts = texts;
    getStyleClass().add("benchmark-result");
    getChildren().addAll(conditions, notKept, groups);
    managedProperty().bind(visibleProperty());
    model.shownProperty().subscribe(this::show);
  }

  private void show(Optional<Shown> shown) {
    setVisible(shown.isPresent());
    shown.ifPresent(this::show);
  }

  private void show(Shown shown) {
    setTitle(shown.result().map(this::title).orElse(texts.text("benchmark.result.now")));
    conditions.setText(
        shown.result().map(texts::conditions).orElse(texts.text("benchmark.result.coming")));
    if (shown.kept() || shown.result().isEmpty()) {
      notKept.clear();
    } else {
      notKept.show(Tone.NEUTRAL, texts.text("benchmark.not-kept"));
    }
    groups.getChildren().setAll(groups(shown));
    shown.result().ifPresent(result -> groups.getChildren().add(new GuideGroup(result, texts)));
  }

  private String title(BenchmarkResult result) {
    return texts.text("benchmark.result", result.subject().model(), texts.date(result.at()));
  }

  private List<FigureGroup> groups(Shown shown) {
    var keys = shown.figures().keySet().stream().toList();
    var server = keys.stream().filter(key -> key.way() == Way.SERVER).toList();
    var first =
        new FigureGroup(
            texts.text("benchmark.group.server"),
            List.of(new Column("", server)),
            shown.figures(),
            texts);
    return Stream.concat(
            Stream.of(first),
            Arrays.stream(Task.values()).flatMap(task -> group(task, shown, keys)))
        .toList();
  }

  private Stream<FigureGroup> group(Task task, Shown shown, List<FigureKey> keys) {
    var columns =
        Stream.of(Way.DIRECT, Way.CLAUDE)
            .map(way ->
                new Column(
                    texts.text("benchmark.way." + way.id()),
                    keys.stream()
                        .filter(key -> key.way() == way && key.task().equals(Optional.of(task)))
                        .toList()))
            .filter(column -> !column.keys().isEmpty())
            .toList();
    return columns.isEmpty()
        ? Stream.empty()
        : Stream.of(new FigureGroup(texts.task(task), columns, shown.figures(), texts));
  }
}
