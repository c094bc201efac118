package dev.switchyard.ui.about;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Desktop;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.about.ReadVersions.Versions;
import dev.switchyard.domain.about.VersionReport;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What About shows, read anew each time that it is looked at.
public final class AboutViewModel {
  private final Tasks tasks;
  private final ReadVersions reader;
  private final Desktop desktop;
  private final Path log;
  private final UnaryOperator<String> redaction;
  private final Consumer<String> clipboard;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Optional<Versions>> versions =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param log the folder of the log
  /// @param redaction takes secrets out of what is copied
  public AboutViewModel(
      Tasks tasks,
      ReadVersions reader,
      Desktop desktop,
      Path log,
      UnaryOperator<String> redaction,
      Consumer<String> clipboard,
      Notices notices) {
    this.tasks = tasks;
    this.reader = reader;
    this.desktop = desktop;
    this.log = log;
    this.redaction = redaction;
    this.clipboard = clipboard;
    this.notices = notices;
  }

  /// Empty until the first answer.
  public ReadOnlyObjectProperty<Optional<Versions>> versionsProperty() {
    return versions.getReadOnlyProperty();
  }

  public Path log() {
    return log;
  }

  public void refresh() {
    tasks.run(
        _ -> reader.read(),
        read -> versions.set(Optional.of(read)),
        // The reader has an answer for all that can fail.
        this::failed);
  }

  /// Copies all versions as text for a report.
  public void copy() {
    versions
        .get()
        .ifPresent(read -> {
          clipboard.accept(redaction.apply(VersionReport.of(read)));
          notices.show(Notices.Kind.INFO, Message.of("about.copied"));
        });
  }

  /// Opens an address in the browser; nothing is asked by the program itself.
  public void follow(URI address) {
    tasks.perform(_ -> desktop.open(address), () -> {}, this::failed);
  }

  public void openLog() {
    tasks.perform(_ -> desktop.open(log), () -> {}, this::failed);
  }

  private void failed(PortException failure) {
    notices.show(Notices.Kind.WARNING, failure.text());
  }
}
