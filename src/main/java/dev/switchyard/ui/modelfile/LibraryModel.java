package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.fit.Hardware;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.truth.ReadServerSettings;
import dev.switchyard.domain.truth.ServerSettings;
import dev.switchyard.ui.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What there is to open and to build on, and the memory to build for; looked at again while the
/// screen is shown.
public final class LibraryModel implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(4);

  /// One look around.
  ///
  /// @param saved names of the saved Modelfiles
  /// @param installed models on the server that are really there: no cloud stubs
  /// @param server its version; empty while it does not answer
  /// @param settings how it loads models, where that shows
  /// @param hardware the memory that it may load into; empty where it cannot be read
  /// @param trouble why something is missing here
  public record Shelf(
      List<String> saved,
      List<InstalledModel> installed,
      Optional<Version> server,
      ServerSettings settings,
      Optional<Hardware> hardware,
      Optional<Message> trouble) {
    static final Shelf EMPTY =
        new Shelf(
            List.of(),
            List.of(),
            Optional.empty(),
            ServerSettings.UNSEEN,
            Optional.empty(),
            Optional.empty());

    Optional<InstalledModel> find(ModelName name) {
      return installed.stream().filter(model -> model.name().equals(name)).findFirst();
    }
  }

  private final ModelServer server;
  private final ModelfileStore store;
  private final ServerMemory memory;
  private final ReadServerSettings settings;
  private final Tasks.Poll poll;
  private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.EMPTY);

  LibraryModel(
      Tasks tasks,
      ModelServer server,
      ModelfileStore store,
      ServerMemory memory,
      ReadServerSettings settings) {
    this.server = server;
    this.store = store;
    this.memory = memory;
    this.settings = settings;
    this.poll = tasks.poll(INTERVAL, _ -> look(), shelf::set, _ -> {});
  }

  public ReadOnlyObjectProperty<Shelf> shelfProperty() {
    return shelf.getReadOnlyProperty();
  }

  public Shelf shelf() {
    return shelf.get();
  }

  void setShown(boolean shown) {
    poll.setPaused(!shown);
  }

  void refresh() {
    poll.refresh();
  }

  private Shelf look() {
    var trouble = new Trouble();
    List<String> saved = trouble.or(store::names, List.of());
    Optional<Version> version = trouble.or(() -> Optional.of(server.version()), Optional.empty());
    List<InstalledModel> installed =
        version.isPresent() ? trouble.or(server::installed, List.of()) : List.of();
    Optional<Hardware> hardware = trouble.or(() -> Optional.of(memory.planned()), Optional.empty());
    return new Shelf(
        saved,
        installed.stream().filter(model -> !model.isCloud()).toList(),
        version,
        version.isPresent() ? settings.read() : ServerSettings.UNSEEN,
        hardware,
        trouble.first);
  }

  /// Keeps the first thing that failed and goes on with the rest.
  private static final class Trouble {
    private interface Source<T> {
      T get() throws PortException;
    }

    private Optional<Message> first = Optional.empty();

    <T> T or(Source<T> source, T otherwise) {
      try {
        return source.get();
      } catch (PortException e) {
        first = first.or(() -> Optional.of(e.text()));
        return otherwise;
      }
    }
  }

  @Override
  public void close() {
    poll.close();
  }
}
