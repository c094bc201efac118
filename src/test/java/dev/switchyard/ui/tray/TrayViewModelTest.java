package dev.switchyard.ui.tray;

import static dev.switchyard.ui.projects.ProjectsBench.BILLING;
import static dev.switchyard.ui.projects.ProjectsBench.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ForwardingServer;
import dev.switchyard.domain.model.LoadedModel;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.route.ProjectRoutes;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.tray.ReadTray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayEntry;
import dev.switchyard.domain.tray.TrayEntry.Mark;
import dev.switchyard.domain.tray.TrayIcon;
import dev.switchyard.fake.FixedMemory;
import dev.switchyard.fake.ServedOllama;
import dev.switchyard.ui.launch.LaunchViewModel;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.projects.ProjectsBench;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrayViewModelTest {
  private static final String MODEL = "gemma4-claude";
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  private final ProjectsBench bench = new ProjectsBench();
  private final AskedWindow window = new AskedWindow();
  private TrayViewModel tray;
  private int asked;

  private final ModelServer counting =
      new ForwardingServer() {
        @Override
        protected ModelServer server() {
          return ollama.server();
        }

        @Override
        public List<LoadedModel> loaded() throws PortException {
          asked++;
          return super.loaded();
        }
      };

  @BeforeEach
  void open() {
    tray =
        new TrayViewModel(
            bench.tasks,
            new ReadTray(
                counting,
                FixedMemory.of(32L << 30, 24L << 30),
                bench.reader(),
                new ProjectRoutes(bench.list(), bench.reader(), bench.switches()),
                bench.switches()),
            bench.work,
            bench.alarms(List.of()),
            ollama.server(),
            bench.changes(),
            ProjectsBench.HOME,
            new LaunchViewModel(bench.tasks, null, null, bench.notices, _ -> {}, null, null),
            bench.notices,
            window,
            bench.written);
    tray.setVisible(true);
  }

  @AfterEach
  void close() {
    tray.close();
  }

  @Test
  void tellsWhatIsLoadedAndWhereRequestsGo() {
    assertThat(labels())
        .startsWith(
            "No model loaded",
            "VRAM 0 B of 24.0 GiB · RAM 0 B of 32.0 GiB",
            "Default route: cloud",
            "Local",
            "Cloud",
            "billing-service: cloud")
        .endsWith("Open Switchyard", "Quit");
    assertThat(tray.lookProperty().get().icon()).isEqualTo(TrayIcon.CLOUD);
  }

  @Test
  void whatTheServerIsDoingStandsInPlaceOfWhatIsLoadedForAsLongAsItLasts() {
    var icon = tray.lookProperty().get().icon();
    bench.log.add(false, "slot x: id  0 | task 3 | new prompt, task.n_tokens = 16384");
    bench.log.add(
        false, "slot x: id  0 | task 3 | cached n_tokens = 8192, memory_seq_rm [8192, end)");
    bench.log.add(
        false,
        "slot print_timing: id  0 | task 3 | prompt processing, n_tokens =  8192, progress = 0.50, t =   4.00 s / 2048.00 tokens per second");
    bench.log.add(false, "srv  update_slots: all slots are idle");

    bench.tasks.pass(Duration.ofSeconds(10));
    assertThat(labels()).first().isEqualTo("Reading a prompt: 0%");
    bench.tasks.pass(Duration.ofSeconds(20));
    assertThat(labels()).first().isEqualTo("Reading a prompt: 50%, about 4 s left");
    assertThat(TEXTS.text(tray.lookProperty().get().tip()))
        .isEqualTo("New sessions: cloud. Reading a prompt: 50%, about 4 s left");
    assertThat(tray.lookProperty().get().icon()).isEqualTo(icon);
    bench.tasks.pass(Duration.ofSeconds(10));
    assertThat(labels()).first().isEqualTo("No model loaded");
  }

  /// What a minute costs in which nothing happens.
  @Test
  void inAnIdleMinuteTheLogIsLookedAtSixTimesAndTheServerAskedOnce() {
    int reads = bench.log.reads();
    var looks = new AtomicInteger();
    tray.lookProperty().subscribe(_ -> looks.incrementAndGet());
    int told = looks.get();
    int before = asked;

    bench.tasks.pass(Duration.ofMinutes(1));

    assertThat(bench.log.reads() - reads).isEqualTo(6);
    assertThat(asked - before).isOne();
    assertThat(looks.get()).as("nothing is told to the desktop").isEqualTo(told);
  }

  @Test
  void alarmsAreLookedForWhenTheMenuOpensAndLeadToTheirProject() throws PortException {
    bench.server.with(MODEL, 65_536, 131_072);
    tray.act(new TrayAction.SwitchProject(NOTES, RouteChoice.LOCAL, Optional.of(MODEL)));
    bench.server.loading(MODEL, 4_096);
    int before = bench.server.asked;
    bench.tasks.pass(Duration.ofMinutes(2));
    assertThat(bench.server.asked).isEqualTo(before);

    tray.opening();

    assertThat(labels()).contains("notes: contexts differ");
    tray.act(new TrayAction.ShowProject(NOTES));
    assertThat(window.asked).containsExactly("show notes");
  }

  @Test
  void aSwitchIsWrittenAndTheTickMovesThen() {
    var local = new TrayAction.SwitchProject(NOTES, RouteChoice.LOCAL, Optional.of(MODEL));
    assertThat(mark(local)).isEqualTo(Mark.OFF);

    bench.tasks.hold();
    tray.act(local);
    assertThat(mark(local)).isEqualTo(Mark.OFF);
    bench.tasks.release();

    assertThat(window.asked).isEmpty();
    assertThat(written(NOTES.resolve(".claude/settings.json"))).contains(MODEL);
    assertThat(mark(local)).isEqualTo(Mark.ON);
    assertThat(labels()).contains("notes: " + MODEL);
    assertThat(tray.lookProperty().get().icon()).isEqualTo(TrayIcon.MIXED);
  }

  @Test
  void whatTheWindowWritesShowsAtOnce() throws PortException {
    var change =
        bench
            .changes()
            .project(bench.list().project(NOTES), RouteChoice.LOCAL, Wish.model(Optional.of(MODEL)))
            .run(Cancellation.NEVER);
    change.write().run(Cancellation.NEVER);

    bench.written.announce();

    assertThat(labels()).contains("notes: " + MODEL);
  }

  @Test
  void theProjectThatWasSwitchedLastComesFirst() {
    tray.act(new TrayAction.SwitchProject(NOTES, RouteChoice.LOCAL, Optional.of(MODEL)));

    assertThat(labels().stream().filter(label -> label.contains(": ")).skip(1))
        .first()
        .asString()
        .startsWith("notes");
  }

  /// For whom a git project's route is, only the person can say.
  @Test
  void aGitProjectThatWasNeverAskedAboutOpensTheWindow() {
    tray.act(new TrayAction.SwitchProject(BILLING, RouteChoice.LOCAL, Optional.of(MODEL)));

    assertThat(window.asked).containsExactly("decide billing-service LOCAL " + MODEL);
    assertThat(bench.files.text(BILLING.resolve(".claude/settings.local.json"))).isEmpty();
    assertThat(bench.files.text(BILLING.resolve(".claude/settings.json"))).isEmpty();
  }

  @Test
  void aFileThatMustNotBeTouchedOpensTheWindow() {
    var file = NOTES.resolve(".claude/settings.json");
    bench.files.put(file, "{\"env\": ");

    tray.act(new TrayAction.SwitchProject(NOTES, RouteChoice.LOCAL, Optional.of(MODEL)));

    assertThat(window.asked).containsExactly("decide notes LOCAL " + MODEL);
    assertThat(written(file)).isEqualTo("{\"env\": ");
  }

  @Test
  void theDefaultRouteIsSwitchedAndBack() {
    tray.act(new TrayAction.SwitchDefault(RouteChoice.LOCAL));
    assertThat(mark(new TrayAction.SwitchDefault(RouteChoice.LOCAL))).isEqualTo(Mark.ON);
    assertThat(written(ProjectsBench.USER)).contains(MODEL);
    assertThat(tray.lookProperty().get().icon()).isEqualTo(TrayIcon.LOCAL);

    tray.act(new TrayAction.SwitchDefault(RouteChoice.CLOUD));
    assertThat(mark(new TrayAction.SwitchDefault(RouteChoice.CLOUD))).isEqualTo(Mark.ON);
    assertThat(window.asked).isEmpty();
  }

  @Test
  void aModelIsLoadedAndUnloaded() {
    var name = ModelName.of(MODEL);

    tray.act(new TrayAction.Load(name));
    assertThat(labels()).contains(MODEL + " loaded", "Unload " + MODEL);

    tray.act(new TrayAction.Unload(name));
    assertThat(labels()).contains("No model loaded");
  }

  @Test
  void whileAModelIsOnItsWayItCannotBeLoadedAgain() {
    bench.tasks.hold();
    tray.act(new TrayAction.Load(ModelName.of(MODEL)));

    assertThat(all(tray.lookProperty().get().menu()))
        .contains(new TrayEntry.Line(Message.of("tray.loading", MODEL)));
    bench.tasks.release();
  }

  @Test
  void whatCannotBeLoadedIsSaidInTheWindow() {
    tray.act(new TrayAction.Load(ModelName.of("no-such-model")));

    assertThat(window.asked).containsExactly("open");
    assertThat(bench.said).hasSize(1);
  }

  @Test
  void withoutAServerNothingIsClaimedOfIt() {
    tray.act(new TrayAction.SwitchProject(NOTES, RouteChoice.LOCAL, Optional.of(MODEL)));

    ollama.simulated().close();
    bench.tasks.turn();

    assertThat(labels()).contains("Ollama does not answer").doesNotContain("Load a model");
    assertThat(tray.lookProperty().get().icon()).isEqualTo(TrayIcon.UNREACHABLE);
  }

  @Test
  void nothingIsReadWhileNobodySeesTheIcon() {
    tray.setVisible(false);
    assertThat(bench.tasks.pollsRunning()).isZero();

    tray.setVisible(true);
    assertThat(bench.tasks.pollsRunning()).isEqualTo(2);
  }

  @Test
  void openAndQuitGoToTheWindow() {
    tray.act(new TrayAction.Open());
    tray.act(new TrayAction.Quit());

    assertThat(window.asked).containsExactly("open", "quit");
  }

  private String written(Path file) {
    return bench.files.text(file).orElse("");
  }

  private List<String> labels() {
    return all(tray.lookProperty().get().menu()).stream()
        .map(TrayViewModelTest::text)
        .flatMap(Optional::stream)
        .map(TEXTS::text)
        .toList();
  }

  private Mark mark(TrayAction action) {
    return all(tray.lookProperty().get().menu()).stream()
        .filter(TrayEntry.Item.class::isInstance)
        .map(TrayEntry.Item.class::cast)
        .filter(item -> item.action().equals(action))
        .map(TrayEntry.Item::mark)
        .findFirst()
        .orElseThrow();
  }

  private static List<TrayEntry> all(List<TrayEntry> menu) {
    var found = new ArrayList<TrayEntry>();
    for (var entry : menu) {
      found.add(entry);
      if (entry instanceof TrayEntry.Submenu submenu) {
        found.addAll(all(submenu.entries()));
      }
    }
    return found;
  }

  private static Optional<Message> text(TrayEntry entry) {
    return switch (entry) {
      case TrayEntry.Line(var text) -> Optional.of(text);
      case TrayEntry.Item item -> Optional.of(item.text());
      case TrayEntry.Submenu submenu -> Optional.of(submenu.text());
      case TrayEntry.Separator _ -> Optional.empty();
    };
  }
}
