package dev.switchyard.ui.usage;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.benchmark.ExportFile;
import dev.switchyard.domain.usage.Period;
import dev.switchyard.domain.usage.PriceStore;
import dev.switchyard.domain.usage.Prices;
import dev.switchyard.domain.usage.ReadUsage;
import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.Usage;
import dev.switchyard.domain.usage.UsageCsv;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.ScreenModel;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Usage screen shows: the transcripts are read on when it comes to the front, and never
/// by a clock.
public final class UsageViewModel implements ScreenModel {
  /// Days that are looked at.
  public enum Span {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    Span(int days) {
      this.days = days;
    }

    public int days() {
      return days;
    }
  }

  /// How far a reading is.
  ///
  /// @param bytes read
  /// @param of all that are to be read
  /// @param stopping whether the person has asked for its end
  public record Reading(long bytes, long of, boolean stopping) {}

  private final Tasks tasks;
  private final ReadUsage reading;
  private final PriceStore store;
  private final ExportFile files;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Optional<SavingsAnswer>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Reading>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.MONTH);
  private final PricesViewModel prices;
  private Optional<Usage> read = Optional.empty();
  private Optional<Tasks.Running> running = Optional.empty();

  /// What one reading brings.
  private record Result(Usage usage, Prices prices) {}

  public UsageViewModel(
      Tasks tasks, ReadUsage reading, PriceStore store, ExportFile files, Notices notices) {
    this.tasks = tasks;
    this.reading = reading;
    this.store = store;
    this.files = files;
    this.notices = notices;
    this.prices = new PricesViewModel(tasks, store);
    prices.pricesProperty().subscribe((_, _) -> show());
  }

  /// The chosen days with what was answered in them; empty before the first reading has ended.
  public ReadOnlyObjectProperty<Optional<SavingsAnswer>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Empty while nothing is read.
  public ReadOnlyObjectProperty<Optional<Reading>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Why the last reading brought nothing.
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Span> spanProperty() {
    return span.getReadOnlyProperty();
  }

  public PricesViewModel prices() {
    return prices;
  }

  public void choose(Span days) {
    span.set(days);
    show();
  }

  /// Reads on, unless that is going on.
  @Override
  public void refresh() {
    if (running.isPresent()) {
      return;
    }
    problem.set(Optional.empty());
    progress.set(Optional.of(new Reading(0, 0, false)));
    running =
        Optional.of(
            tasks.<Reading, Result>runWithProgress(
                (told, cancellation) ->
                    new Result(
                        reading.read(
                            (bytes, of) -> told.accept(new Reading(bytes, of, false)),
                            cancellation),
                        store.load()),
                this::advance,
                this::done,
                this::failed));
    if (progress.get().isEmpty()) {
      running = Optional.empty();
    }
  }

  /// Ends the reading; what was read is kept, and the next one goes on from there.
  public void cancel() {
    progress.set(progress.get().map(now -> new Reading(now.bytes(), now.of(), true)));
    running.ifPresent(Tasks.Running::cancel);
  }

  private void advance(Reading now) {
    progress.set(
        progress.get().map(before -> new Reading(now.bytes(), now.of(), before.stopping())));
  }

  private void done(Result result) {
    ended();
    read = Optional.of(result.usage());
    prices.show(result.prices());
    show();
  }

  private void failed(PortException failure) {
    ended();
    problem.set(Optional.of(failure.text()));
  }

  private void ended() {
    running = Optional.empty();
    progress.set(Optional.empty());
  }

  private void show() {
    var period = Period.ofDays(span.get().days(), reading.today());
    shown.set(
        read.map(usage ->
            new SavingsAnswer(period, usage.within(period), prices.pricesProperty().get())));
  }

  /// Writes what is shown into a file of comma-separated values.
  public void export(Path file) {
    shown
        .get()
        .ifPresent(said ->
            tasks.perform(
                _ -> files.write(file, UsageCsv.text(said.usage())),
                () ->
                    notices.show(
                        Notices.Kind.SUCCESS, Message.of("usage.exported", file.toString())),
                failure -> notices.show(Notices.Kind.ERROR, failure.text())));
  }

  /// What is being read goes on while nobody looks; nothing begins then.
  @Override
  public void setShown(boolean isShown) {
    if (isShown) {
      refresh();
    }
  }

  @Override
  public void close() {
    running.ifPresent(Tasks.Running::cancel);
  }
}
