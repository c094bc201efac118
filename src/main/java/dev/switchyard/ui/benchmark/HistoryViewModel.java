package dev.switchyard.ui.benchmark;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.BenchmarkHistory;
import dev.switchyard.domain.benchmark.BenchmarkResult;
import dev.switchyard.domain.benchmark.CsvExport;
import dev.switchyard.domain.benchmark.ExportFile;
import dev.switchyard.domain.benchmark.FigureKey;
import dev.switchyard.domain.benchmark.FigureKey.Way;
import dev.switchyard.domain.benchmark.FigureSeries;
import dev.switchyard.domain.benchmark.JsonExport;
import dev.switchyard.domain.benchmark.Measure;
import dev.switchyard.domain.benchmark.Regression;
import dev.switchyard.domain.benchmark.Task;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The benchmarks of earlier days: one figure of one model over time, and the benchmark that is
/// chosen among them.
public final class HistoryViewModel {
  private static final FigureKey USUAL = FigureKey.of(Way.DIRECT, Task.EXPLAIN, Measure.WALL);

  /// How benchmarks are written into a file.
  public enum Form {
    CSV("csv"),
    JSON("json");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }

    /// The end of such a file's name, without the point.
    public String ending() {
      return ending;
    }
  }

  /// What is shown of it.
  ///
  /// @param models all that were measured, the last one first
  /// @param model the one that is looked at; empty where nothing was measured yet
  /// @param keys its figures, in the order for display
  /// @param series the chosen figure of it over time
  /// @param selected the place in the series of what is chosen; below 0 where the series is empty
  /// @param regressions what became worse in it with the server's version
  public record Shown(
      List<String> models,
      Optional<String> model,
      List<FigureKey> keys,
      FigureSeries series,
      int selected,
      List<Regression> regressions) {
    static final Shown EMPTY =
        new Shown(
            List.of(),
            Optional.empty(),
            List.of(),
            new FigureSeries(USUAL, List.of()),
            -1,
            List.of());

    public Optional<BenchmarkResult> result() {
      return selected < 0 ? Optional.empty() : Optional.of(series.points().get(selected).result());
    }
  }

  private final Tasks tasks;
  private final BenchmarkHistory history;
  private final ExportFile files;
  private final Function<? super Message, String> words;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Runnable onChosen = () -> {};
  private List<BenchmarkResult> results = List.of();
  private Optional<FigureKey> wished = Optional.empty();

  /// @param words writes the reasons for what is not known into a file
  public HistoryViewModel(
      Tasks tasks,
      BenchmarkHistory history,
      ExportFile files,
      Function<? super Message, String> words,
      Notices notices) {
    this.tasks = tasks;
    this.history = history;
    this.files = files;
    this.words = words;
    this.notices = notices;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Why what was kept cannot be read.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// @param handler told when the person turns to another benchmark
  void setOnChosen(Runnable handler) {
    onChosen = handler;
  }

  /// Reads what is kept; what is chosen stays so.
  void refresh() {
    load(shown.get().model(), shown.get().result());
  }

  /// Shows the last benchmark of a model, which has just been kept.
  void showLast(String model) {
    load(Optional.of(model), Optional.empty());
  }

  private void load(Optional<String> model, Optional<BenchmarkResult> chosen) {
    tasks.run(
        _ -> history.all(),
        all -> {
          problem.set(Optional.empty());
          results = all;
          show(model, chosen);
        },
        failure -> problem.set(Optional.of(failure.text())));
  }

  public void chooseModel(String model) {
    if (!shown.get().model().equals(Optional.of(model))) {
      onChosen.run();
      show(Optional.of(model), Optional.empty());
    }
  }

  public void chooseFigure(FigureKey key) {
    wished = Optional.of(key);
    show(shown.get().model(), shown.get().result());
  }

  /// @param index a place in the series
  public void select(int index) {
    onChosen.run();
    show(shown.get().model(), Optional.of(shown.get().series().points().get(index).result()));
  }

  /// Drops the chosen benchmark; a notice offers to bring it back.
  public void forget() {
    shown
        .get()
        .result()
        .ifPresent(result ->
            tasks.run(
                _ -> history.forget(result),
                _ -> {
                  refresh();
                  notices.show(
                      Notices.Kind.INFO,
                      Message.of("benchmark.forgotten", result.subject().model()),
                      Optional.of(new Notices.Action("benchmark.restore", () -> restore(result))));
                },
                this::tell));
  }

  private void restore(BenchmarkResult result) {
    tasks.perform(
        _ -> history.restore(result),
        () -> load(Optional.of(result.subject().model()), Optional.of(result)),
        this::tell);
  }

  /// Writes benchmarks into a file.
  ///
  /// @param all of all models, or only of the one that is looked at
  public void export(Form form, boolean all, Path file) {
    var chosen = all ? results : of(shown.get().model().orElse(""));
    tasks.perform(
        _ -> files.write(file, text(form, chosen)),
        () ->
            notices.show(
                Notices.Kind.SUCCESS,
                Message.of("benchmark.exported", chosen.size(), file.toString())),
        this::tell);
  }

  private String text(Form form, List<BenchmarkResult> chosen) {
    return switch (form) {
      case CSV -> String.join("\r\n", CsvExport.lines(chosen)) + "\r\n";
      case JSON -> JsonExport.text(chosen, words);
    };
  }

  private void tell(PortException failure) {
    notices.show(Notices.Kind.ERROR, failure.text());
  }

  private void show(Optional<String> asked, Optional<BenchmarkResult> chosen) {
    var models =
        results.reversed().stream().map(result -> result.subject().model()).distinct().toList();
    var model = asked.filter(models::contains).or(() -> models.stream().findFirst());
    if (model.isEmpty()) {
      shown.set(Shown.EMPTY);
      return;
    }
    var ofModel = of(model.get());
    var keys = keys(ofModel);
    var series = FigureSeries.of(key(keys, ofModel), ofModel);
    int selected = place(series, chosen);
    var regressions =
        selected < 0
            ? List.<Regression>of()
            : regressions(ofModel, series.points().get(selected).result());
    shown.set(new Shown(models, model, keys, series, selected, regressions));
  }

  private List<BenchmarkResult> of(String model) {
    return results.stream().filter(result -> result.subject().model().equals(model)).toList();
  }

  private static List<FigureKey> keys(List<BenchmarkResult> ofModel) {
    return ofModel.stream()
        .flatMap(result -> result.figures().keySet().stream())
        .distinct()
        .sorted(
            Comparator.comparing(FigureKey::way)
                .thenComparing(key -> key.task().map(Task::ordinal).orElse(-1))
                .thenComparing(FigureKey::measure))
        .toList();
  }

  /// The one that the person wants, else one that became worse, else the usual one.
  private FigureKey key(List<FigureKey> keys, List<BenchmarkResult> ofModel) {
    return wished
        .filter(keys::contains)
        .or(() -> regressions(ofModel, ofModel.getLast()).stream().map(Regression::key).findFirst())
        .or(() -> keys.stream().filter(USUAL::equals).findFirst())
        .or(() -> keys.stream().findFirst())
        .orElse(USUAL);
  }

  private static List<Regression> regressions(
      List<BenchmarkResult> ofModel, BenchmarkResult result) {
    return Regression.find(result, ofModel.subList(0, ofModel.indexOf(result)));
  }

  private static int place(FigureSeries series, Optional<BenchmarkResult> chosen) {
    var points = series.points().stream().map(FigureSeries.Point::result).toList();
    int place = chosen.map(points::indexOf).orElse(-1);
    return place < 0 ? points.size() - 1 : place;
  }
}
