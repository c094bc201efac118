package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.TextForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a fix builds is taken back, and nothing that the person has made since.
class RebuildModelTest {
  private static final String NAME = "coder";
  private static final ModelName MODEL = ModelName.of(NAME);
  private static final Modelfile SMALL = file(16_384);
  private static final Modelfile LARGE = file(65_536);

  private final Shelf shelf = new Shelf();
  private SimulatedOllama simulated;
  private OllamaServer server;
  private RebuildModel builds;

  @BeforeEach
  void start() throws IOException {
    simulated = SimulatedOllama.start(Setup.instant());
    server = new OllamaServer(simulated.url());
    builds = new RebuildModel(_ -> server, shelf, Path.of("/home/sam"));
  }

  @AfterEach
  void end() {
    server.close();
    simulated.close();
  }

  @Test
  void whatWasBuiltGoesAgain() throws PortException {
    undo(build(LARGE, false));

    assertThat(digest(MODEL)).isEmpty();
    assertThat(shelf.texts).isEmpty();
  }

  @Test
  void anEditedModelfileStaysWithItsModel() throws PortException {
    var done = build(LARGE, false);
    shelf.texts.put(NAME, SMALL.text());

    refused(Kind.CONFLICT, done);

    assertThat(digest(MODEL)).isPresent();
    assertThat(shelf.texts).containsEntry(NAME, SMALL.text());
  }

  @Test
  void aModelThatWasBuiltAnewStays() throws PortException {
    var done = build(LARGE, false);
    build(SMALL, false);
    shelf.texts.put(NAME, LARGE.text());

    refused(Kind.CONFLICT, done);

    assertThat(digest(MODEL)).isPresent();
    assertThat(shelf.texts).containsEntry(NAME, LARGE.text());
  }

  @Test
  void theEarlierOneComesBackAfterItWasTriedBefore() throws PortException {
    build(SMALL, false);
    var earlier = digest(MODEL);
    var done = build(LARGE, true);
    // As where it has stopped between the two.
    server.delete(MODEL);
    server.copy(done.kept().orElseThrow(), MODEL);

    undo(done);

    assertThat(digest(MODEL)).isEqualTo(earlier);
    assertThat(digest(done.kept().orElseThrow())).isEmpty();
    assertThat(shelf.texts).containsEntry(NAME, SMALL.text());
  }

  @Test
  void withoutTheCopyNothingIsDeleted() throws PortException {
    build(SMALL, false);
    var done = build(LARGE, true);
    server.delete(done.kept().orElseThrow());

    refused(Kind.MISSING, done);
    assertThat(digest(MODEL)).isPresent();
    assertThat(shelf.texts).containsEntry(NAME, LARGE.text());

    server.delete(MODEL);
    undo(done);
    assertThat(shelf.texts).containsEntry(NAME, SMALL.text());
  }

  @Test
  void whatIsGoneAlreadyCountsAsTakenBack() throws PortException {
    var done = build(LARGE, false);
    server.delete(MODEL);

    undo(done);

    assertThat(shelf.texts).isEmpty();
  }

  @Test
  void aFixAfterAFixIsTakenBackAndThenTheFirst() throws PortException {
    var first = build(SMALL, false);
    var second = build(LARGE, false);

    undo(second);
    assertThat(shelf.texts).containsEntry(NAME, SMALL.text());
    undo(first);

    assertThat(digest(MODEL)).isEmpty();
  }

  @Test
  void whereTheModelfileCannotBeSavedTheModelIsWhatItWas() throws PortException {
    build(SMALL, false);
    var models = server.installed().stream().map(InstalledModel::name).toList();
    var earlier = digest(MODEL);
    shelf.isReadOnly = true;

    assertThatExceptionOfType(PortException.class).isThrownBy(() -> build(LARGE, true));
    assertThat(digest(MODEL)).isEqualTo(earlier);

    assertThatExceptionOfType(PortException.class).isThrownBy(() -> build(LARGE, false));
    assertThat(digest(MODEL)).isEqualTo(earlier);
    assertThat(server.installed())
        .extracting(InstalledModel::name)
        .containsExactlyInAnyOrderElementsOf(models);
  }

  @Test
  void whatWasSavedSinceTheExaminationIsNotOverwritten() {
    shelf.texts.put(NAME, SMALL.text());
    var step = new Step.Build(server.url(), NAME, LARGE, Known.of(Optional.empty()), false);

    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> builds.build(step, _ -> {}, Cancellation.NEVER))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));

    assertThat(shelf.texts).containsEntry(NAME, SMALL.text());
  }

  private Done.Built build(Modelfile file, boolean keepsOld) throws PortException {
    var saved = Known.of(Optional.ofNullable(shelf.texts.get(NAME)).map(Modelfile::parse));
    var step = new Step.Build(server.url(), NAME, file, saved, keepsOld);
    return builds.build(step, _ -> {}, Cancellation.NEVER);
  }

  private void undo(Done.Built done) throws PortException {
    builds.undo(done, _ -> {});
  }

  private void refused(Kind kind, Done.Built done) {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> undo(done))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private Optional<String> digest(ModelName name) throws PortException {
    return server.installed().stream()
        .filter(model -> model.name().equals(name))
        .map(InstalledModel::digest)
        .findFirst();
  }

  private static Modelfile file(int tokens) {
    return Modelfile.parse("FROM gemma4\nPARAMETER num_ctx %d\n".formatted(tokens));
  }

  /// The saved Modelfiles, in memory.
  private static final class Shelf implements ModelfileStore {
    private final Map<String, String> texts = new HashMap<>();
    private boolean isReadOnly;

    @Override
    public List<String> names() {
      return List.copyOf(texts.keySet());
    }

    @Override
    public Optional<Saved> read(String name) {
      return Optional.ofNullable(texts.get(name)).map(text -> saved(name, Modelfile.parse(text)));
    }

    @Override
    public Saved save(String name, Modelfile modelfile, Optional<Saved> before)
        throws PortException {
      if (isReadOnly) {
        throw new PortException(Kind.DENIED, Message.of("modelfile.unsavableName", name));
      }
      texts.put(name, modelfile.text());
      return saved(name, modelfile);
    }

    @Override
    public void delete(String name) {
      texts.remove(name);
    }

    @Override
    public Path fileOf(String name) {
      return Path.of("/home/sam/.ollama/Modelfiles", name);
    }

    private Saved saved(String name, Modelfile modelfile) {
      return new Saved(name, modelfile, TextForm.UTF_8, fileOf(name));
    }
  }
}
