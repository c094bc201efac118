package dev.switchyard.ui.modelfile;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.file.LessonFile;
import dev.switchyard.adapter.file.ModelfileFolder;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.adapter.sensor.ModelRunners;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.domain.memory.MemorySensor;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.domain.truth.Lessons;
import dev.switchyard.domain.truth.MemoryLessons;
import dev.switchyard.domain.truth.ReadServerSettings;
import dev.switchyard.fake.ImmediateTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The editor's view-model over a simulated server with a GPU of 24 GiB, and a folder of its own.
final class Desk implements AutoCloseable {
  private static final long GIB = 1L << 30;

  private final SimulatedOllama simulated;
  private final OllamaServer server;
  private final Path home;
  final ImmediateTasks tasks = new ImmediateTasks();
  final ObjectProperty<Preferences> preferences = new SimpleObjectProperty<>(Preferences.DEFAULT);
  final Lessons lessons;
  final ModelfileViewModel model;
  final ModelfileDocument document;

  Desk(Path home) {
    this.home = home;
    try {
      simulated = SimulatedOllama.start(Setup.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = new OllamaServer(simulated.url());
    lessons = new Lessons(new LessonFile(Home.below(home).state()), new MemoryLessons.Silence());
    var folder = folder();
    model =
        new ModelfileViewModel(
            tasks,
            server,
            new ModelfileFolder(folder),
            new ModelfileFolder(home.resolve("drafts")),
            new ServerMemory(server, new Machine(), () -> preferences.get().otherMachine()),
            new PlannedMachine(
                preferences, change -> preferences.set(change.apply(preferences.get()))),
            new ReadServerSettings(server, new ModelRunners(OperatingSystem.LINUX)),
            lessons,
            new Folders(folder, home),
            Clock.systemUTC());
    document = model.document();
  }

  /// With the screen at the front.
  static Desk shown(Path home) {
    var desk = new Desk(home);
    desk.model.setShown(true);
    return desk;
  }

  void serverGoesAway() {
    simulated.close();
    tasks.turn();
  }

  ModelServer server() {
    return server;
  }

  String url() {
    return simulated.url().toString();
  }

  Path folder() {
    return home.resolve(".ollama/Modelfiles");
  }

  Path saved(String name) {
    return folder().resolve(name);
  }

  void save(String name, String text) throws IOException {
    Files.createDirectories(folder());
    Files.writeString(saved(name), text);
  }

  String text() {
    return document.modelfile().text();
  }

  @Override
  public void close() {
    model.close();
    server.close();
    simulated.close();
  }

  private static final class Machine implements MemorySensor {
    @Override
    public MemoryReading read() {
      return new MemoryReading(
          Setup.EPOCH,
          pool(MemoryPool.Kind.RAM, "", 64 * GIB, 8 * GIB),
          Known.of(List.of(pool(MemoryPool.Kind.VRAM, "GPU", 24 * GIB, GIB))));
    }

    private static MemoryPool pool(MemoryPool.Kind kind, String name, long total, long used) {
      return new MemoryPool(kind, name, Known.of(total), Known.of(used), Optional.empty());
    }

    @Override
    public void close() {}
  }
}
