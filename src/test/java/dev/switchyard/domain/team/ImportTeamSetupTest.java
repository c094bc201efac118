package dev.switchyard.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchyard.adapter.endpoint.EndpointFile;
import dev.switchyard.adapter.endpoint.ImportsFile;
import dev.switchyard.adapter.file.CertificateFolder;
import dev.switchyard.adapter.file.ModelfileFolder;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.endpoint.profile.RemovedEndpoint;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.route.Account;
import dev.switchyard.domain.route.ClaudeSurroundings;
import dev.switchyard.domain.route.Journal;
import dev.switchyard.domain.route.JournaledFiles;
import dev.switchyard.domain.route.RouteJournal;
import dev.switchyard.domain.route.RouteRequest;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.Scope;
import dev.switchyard.domain.route.SettingsRouteReader;
import dev.switchyard.domain.route.SwitchRoute;
import dev.switchyard.domain.route.option.RouteOptions;
import dev.switchyard.fake.FakeRepositories;
import dev.switchyard.fake.MemoryFiles;
import dev.switchyard.fake.MemoryJournal;
import dev.switchyard.fake.MemoryVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that stops taking anything at each write in turn.
class ImportTeamSetupTest {
  private static final Path PROJECT = Path.of("/work/shop").toAbsolutePath();
  private static final Path SETTINGS = PROJECT.resolve(".claude/settings.local.json");
  private static final Path HOME = Path.of("/home/me").toAbsolutePath();

  private static final TeamSetup SETUP = setup();
  private static final Instant MOMENT = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path folder;

  private final MemoryFiles settings = new MemoryFiles();
  private final MemoryJournal switches = new MemoryJournal();
  private int writesLeft = Integer.MAX_VALUE;
  private int seconds;
  private int savesToDeath = Integer.MAX_VALUE;

  private static TeamSetup setup() {
    try {
      var box =
          SharedEndpoint.of(
              "box",
              EndpointKind.VLLM,
              EndpointUrl.read("https://box.example"),
              new TokenSource.None(),
              Optional.empty(),
              TimeLimits.USUAL);
      var route = SharedRoute.of(Optional.of("box"), "qwen", 65_536, RouteOptions.UNNAMED);
      return TeamSetup.of(List.of(box), List.of(), Optional.of(route));
    } catch (PortException e) {
      throw new AssertionError(e);
    }
  }

  private void write() throws PortException {
    if (writesLeft-- <= 0) {
      throw new PortException(PortException.Kind.NO_SPACE, Message.of("file.noSpace", folder));
    }
  }

  private ImportTeamSetup imports() {
    var certificates = new CertificateFolder(folder);
    return new ImportTeamSetup(
        new FullEndpoints(),
        new FullModelfiles(),
        certificates,
        new ImportedRoute(
            switchRoute(),
            () -> EndpointUrl.DEFAULT,
            certificates,
            OperatingSystem.LINUX,
            _ -> {
              throw new AssertionError("nothing is limited, so nobody is asked");
            }),
        switchRoute(),
        new ImportsFile(folder));
  }

  private SwitchRoute switchRoute() {
    var repositories = new FakeRepositories();
    var surroundings =
        new ClaudeSurroundings(
            HOME,
            Path.of("/etc/claude-code/managed-settings.json"),
            HOME.resolve(".claude/settings.json"),
            Map.of());
    // No two switches are of one moment.
    var moment = MOMENT.plusSeconds(seconds++);
    var clock = Clock.fixed(moment, ZoneOffset.UTC);
    return new SwitchRoute(
        settings,
        repositories,
        new SettingsRouteReader(settings, repositories, () -> Account.NONE, surroundings),
        new JournaledFiles(settings, dying(switches), new MemoryVersions(), clock),
        surroundings,
        List::of,
        clock);
  }

  @Test
  void whereverTheDiskIsFullEverythingIsAsItWas() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    settings.folders.add(PROJECT);
    for (int round = 0; round < 40; round++) {
      var mine = imports().review(TeamSamples.random(random), Optional.empty(), Optional.empty());
      imports().apply(mine, all(mine));
      var setup = TeamSamples.random(random);
      var review = imports().review(setup, Optional.of(PROJECT), Optional.empty());
      var before = contents();
      var consent = all(review);
      requireAllOrNothing(review, before);
      for (int writes = 0; ; writes++) {
        writesLeft = writes;
        var failure = catchThrowable(() -> imports().apply(review, consent));
        writesLeft = Integer.MAX_VALUE;
        if (failure == null) {
          break;
        }
        if (!contents().equals(before)) {
          // What could not be put back either is taken back once there is room again.
          imports().undo();
        }
        assertThat(contents())
            .as("seed %d, round %d, write %d", seed, round, writes)
            .isEqualTo(before);
      }
      assertThat(imports().review(setup, Optional.of(PROJECT), Optional.empty()).changesNothing())
          .as("seed %d, round %d", seed, round)
          .isTrue();
    }
  }

  private static Consent all(TeamReview review) {
    return Consent.of(true, Set.of(TokenUse.Kind.values()), review);
  }

  /// The route is written last: the rest is put back at once.
  private void requireAllOrNothing(TeamReview review, Map<String, String> before)
      throws IOException, PortException {
    if (review.route().isPresent() && review.route().get().change() != TeamReview.Change.SAME) {
      settings.failing.put(SETTINGS, PortException.Kind.DENIED);
      assertThat(catchThrowable(() -> imports().apply(review, all(review))))
          .isInstanceOf(PortException.class);
      settings.failing.clear();
      assertThat(contents()).isEqualTo(before);
    }
  }

  @Test
  void whatSomebodyChangedSinceTheReviewOrTheImportStays() throws Exception {
    var setup =
        TeamSetup.of(
            List.of(), List.of(SharedVariant.of("a", List.of("FROM b"))), Optional.empty());
    var review = imports().review(setup, Optional.empty(), Optional.empty());
    var modelfiles = new FullModelfiles();
    modelfiles.save("a", Modelfile.parse("FROM mine\n"), Optional.empty());
    var failure = catchThrowable(() -> imports().apply(review, new Consent(true, Set.of())));
    assertThat(failure).hasMessageContaining("team.changed-since-shown");
    assertThat(modelfiles.read("a").orElseThrow().modelfile().text()).isEqualTo("FROM mine\n");

    var fresh = imports().review(setup, Optional.empty(), Optional.empty());
    assertThat(catchThrowable(() -> imports().apply(fresh, Consent.NONE)))
        .hasMessageContaining("team.needs.replace");
    imports().apply(fresh, Consent.of(true, Set.of(), fresh));
    var saved = modelfiles.read("a");
    modelfiles.save("a", Modelfile.parse("FROM other\n"), saved);
    assertThat(imports().undo().orElseThrow())
        .extracting(Message::key)
        .containsExactly("team.undo.stays");
    assertThat(modelfiles.read("a").orElseThrow().modelfile().text()).isEqualTo("FROM other\n");
  }

  @Test
  void whereverTheProcessDiesWhileItSwitchesTheImportIsTakenBackWhole() throws Exception {
    settings.folders.add(PROJECT);
    var before = contents();
    for (int saves = 0; ; saves++) {
      var review = imports().review(SETUP, Optional.of(PROJECT), Optional.empty());
      savesToDeath = saves;
      var death = catchThrowable(() -> imports().apply(review, Consent.NONE));
      savesToDeath = Integer.MAX_VALUE;
      assertThat(contents()).as("death %d", saves).isNotEqualTo(before);

      assertThat(imports().undo().orElseThrow()).as("death %d", saves).isEmpty();
      assertThat(contents()).as("death %d", saves).isEqualTo(before);
      if (death == null) {
        assertThat(saves).isGreaterThan(1);
        return;
      }
      assertThat(death).isInstanceOf(Death.class);
    }
  }

  @Test
  void whatAnotherProcessSwitchedSinceIsNotTakenBack() throws Exception {
    settings.folders.add(PROJECT);
    var review = imports().review(SETUP, Optional.of(PROJECT), Optional.empty());
    savesToDeath = 0;
    assertThat(catchThrowable(() -> imports().apply(review, Consent.NONE)))
        .isInstanceOf(Death.class);
    savesToDeath = Integer.MAX_VALUE;
    var others = new LocalTarget("http://127.0.0.1:11434", "mine", 32_768);
    switchRoute().change(RouteRequest.local(PROJECT, Optional.of(Scope.LOCAL), others));
    var after = settings.text(SETTINGS);

    assertThat(imports().undo().orElseThrow())
        .extracting(Message::key)
        .containsExactly("team.undo.route-stays");

    assertThat(settings.text(SETTINGS)).isEqualTo(after);
    assertThat(new FullEndpoints().all()).isEmpty();
  }

  /// What no program catches, since it is not there any more.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  /// The journal of a process that dies at one of its writes.
  private RouteJournal dying(MemoryJournal journal) {
    return new RouteJournal() {
      @Override
      public Journal read() {
        return journal.read();
      }

      @Override
      public <T> T exclusively(Work<T> work) throws PortException {
        return journal.exclusively(session ->
            work.run(
                new Session() {
                  @Override
                  public Journal journal() {
                    return session.journal();
                  }

                  @Override
                  public void save(Journal next) throws PortException {
                    if (savesToDeath-- <= 0) {
                      throw new Death();
                    }
                    session.save(next);
                  }
                }));
      }
    };
  }

  private Map<String, String> contents() throws IOException, PortException {
    var all = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(file).toString();
        if (name.startsWith("Modelfiles")) {
          all.put(name, Files.readString(file));
        }
      }
    }
    all.put("endpoints", new FullEndpoints().all().toString());
    all.put("settings", settings.text(SETTINGS).orElse(""));
    return all;
  }

  private final class FullEndpoints implements EndpointStore {
    private final EndpointFile file = new EndpointFile(folder);

    @Override
    public List<EndpointProfile> all() throws PortException {
      return file.all();
    }

    @Override
    public void put(EndpointProfile profile) throws PortException {
      write();
      file.put(profile);
    }

    @Override
    public boolean replace(String name, EndpointProfile profile) throws PortException {
      write();
      return file.replace(name, profile);
    }

    @Override
    public Optional<RemovedEndpoint> remove(String name) throws PortException {
      write();
      return file.remove(name);
    }

    @Override
    public void restore(RemovedEndpoint removed) throws PortException {
      write();
      file.restore(removed);
    }
  }

  private final class FullModelfiles implements ModelfileStore {
    private final ModelfileFolder files = new ModelfileFolder(folder.resolve("Modelfiles"));

    @Override
    public List<String> names() throws PortException {
      return files.names();
    }

    @Override
    public Optional<Saved> read(String name) throws PortException {
      return files.read(name);
    }

    @Override
    public Saved save(String name, Modelfile modelfile, Optional<Saved> before)
        throws PortException {
      write();
      return files.save(name, modelfile, before);
    }

    @Override
    public void delete(String name) throws PortException {
      write();
      files.delete(name);
    }

    @Override
    public Path fileOf(String name) throws PortException {
      return files.fileOf(name);
    }
  }
}
