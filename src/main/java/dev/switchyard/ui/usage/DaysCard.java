package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.Place;
import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.Tally;
import dev.switchyard.ui.component.BarChart;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.EmptyState;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.usage.UsageViewModel.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// Who answered how much in the chosen days: all in all, and day by day.
final class DaysCard extends Card {
  private static final double MILLION = 1_000_000;

  private final UsageViewModel model;
  private final Texts texts;
  private final Button export;
  private final StackedBar bar = new StackedBar();
  private final Label unit;
  private final BarChart chart;
  private final Label day = Figure.caption("");
  private final VBox body = new VBox();
  private int chosen = -1;

  DaysCard(UsageViewModel model, Function<Window, Optional<Path>> dialog, Texts texts) {
    super(texts.text("usage.days"));
    this.model = model;
    this.texts = texts;
    this.unit = Figure.caption(texts.text("usage.days.unit"));
    this.chart =
        new BarChart(
            texts.locale(),
            index -> {
              chosen = index;
              show(model.shownProperty().get());
            });
    export =
        InlineMessage.action(
            texts.text("usage.export"),
            () -> dialog.apply(getScene().getWindow()).ifPresent(model::export));
    withActions(spans(), export);
    body.getStyleClass().add("column");
    getChildren().add(body);
    model.shownProperty().subscribe(this::show);
    model.progressProperty().subscribe((_, _) -> show(model.shownProperty().get()));
  }

  private SegmentedControl<Span> spans() {
    var spans =
        new SegmentedControl<>(
            texts.text("usage.span"),
            Arrays.asList(Span.values()),
            span -> texts.text("usage.span.days", span.days()));
    spans.setOnRequest(span -> {
      chosen = -1;
      model.choose(span);
    });
    model.spanProperty().subscribe(spans.valueProperty()::set);
    return spans;
  }

  private void show(Optional<SavingsAnswer> said) {
    export.setDisable(!UsageView.isUsed(said));
    if (UsageView.isUsed(said)) {
      fill(said.orElseThrow());
    } else if (said.isEmpty() && model.progressProperty().get().isPresent()) {
      body.getChildren().setAll(Figure.caption(texts.text("usage.reading")));
    } else {
      body.getChildren().setAll(new EmptyState(Feather.TRENDING_UP, texts.text("usage.empty")));
    }
  }

  private void fill(SavingsAnswer said) {
    var places = said.usage().byPlace();
    bar.show(
        places.entrySet().stream()
            .filter(place -> !place.getValue().isNone())
            .map(place ->
                new StackedBar.Part(legend(place), tokens(place.getValue()), paint(place.getKey())))
            .toList(),
        tokens(said.usage().total()));
    var days = said.usage().byDay();
    var dates =
        Stream.iterate(said.period().first(), date -> date.plusDays(1))
            .limit(said.period().days())
            .dropWhile(
                date -> !days.containsKey(date) && said.period().days() > Span.QUARTER.days())
            .toList();
    int at = chosen < 0 || chosen >= dates.size() ? dates.size() - 1 : chosen;
    chart.show(
        dates.stream().map(date -> bar(date, days.getOrDefault(date, Map.of()))).toList(),
        texts.text("usage.chart", dates.size()),
        at);
    day.setText(description(dates.get(at), days.getOrDefault(dates.get(at), Map.of())));
    var content = List.of(bar, unit, chart, day);
    // What is put back into its place loses the keyboard.
    if (!body.getChildren().equals(content)) {
      body.getChildren().setAll(content);
    }
  }

  private String legend(Map.Entry<Place.Kind, Tally> place) {
    return texts.text(
        "usage.legend",
        place.getKey().title(),
        place.getValue().requests(),
        place.getValue().promptTokens(),
        place.getValue().outputTokens());
  }

  private BarChart.Bar bar(LocalDate date, Map<Place.Kind, Tally> places) {
    var parts =
        places.entrySet().stream()
            .map(place ->
                new BarChart.Part(tokens(place.getValue()) / MILLION, paint(place.getKey())))
            .toList();
    var label = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(texts.locale());
    return new BarChart.Bar(label.format(date), parts, description(date, places));
  }

  private String description(LocalDate date, Map<Place.Kind, Tally> places) {
    var name = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    return places.isEmpty()
        ? texts.text("usage.day.none", name.format(date))
        : texts.text(
            "usage.day",
            name.format(date),
            String.join("; ", places.entrySet().stream().map(this::legend).toList()));
  }

  private static double tokens(Tally tally) {
    return (double) tally.promptTokens() + tally.outputTokens();
  }

  private static String paint(Place.Kind place) {
    return "part-place-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
