package dev.switchyard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.Version;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.setup.ServerState;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.fake.Snapshots.Look;
import dev.switchyard.fake.VisitedScreens;
import dev.switchyard.ui.projects.ChangeViewModel.Wish;
import dev.switchyard.ui.projects.ProjectsBench;
import dev.switchyard.ui.session.CutNotices;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;

/// Cards that come and go: what the server is doing, and what needs a person's hand.
class OverviewCardsTest {
  private static final String MODEL = "gemma4-claude";

  private final ProjectsBench bench = new ProjectsBench();

  private WorkViewModel work() {
    var running = new ServerState.Running(EndpointUrl.DEFAULT, Version.of(0, 32, 15));
    var work =
        new WorkViewModel(
            bench.tasks, bench.work, new SimpleObjectProperty<>(Optional.of(running)));
    work.setWindowShown(true);
    return work;
  }

  private LoadedCard loaded(WorkViewModel work, Locale locale) {
    var models =
        new LoadedViewModel(bench.tasks, null, null, bench.notices, Clock.systemUTC(), _ -> {});
    return new LoadedCard(models, work, new Texts(locale));
  }

  private void read(int tokens) {
    bench.log.add(
        false,
        "slot x: id  0 | task 3 | new prompt, task.n_tokens = 15400",
        "slot print_timing: id  0 | task 3 | prompt processing, n_tokens = %d, progress = 0.5, t = 23.2 s / 353 tokens per second"
            .formatted(tokens),
        "slot x: id  0 | task 3 | cached n_tokens = %d, memory_seq_rm".formatted(tokens));
    bench.tasks.turn();
  }

  @Test
  void aPromptThatIsReadShowsHowFarItIsAndNothingIsLeftOfItAfterwards() {
    var work = work();
    var card = Fx.get(() -> loaded(work, Locale.ENGLISH));
    assertThat(Fx.get(() -> all(card, ProgressBar.class))).isEmpty();

    Fx.run(() -> read(8_192));

    assertThat(Fx.get(() -> texts(card)))
        .contains("Reading the prompt: 8,192 of 15,400 tokens, about 20 s left.");
    assertThat(Fx.get(() -> all(card, ProgressBar.class).getFirst().getProgress()))
        .isEqualTo(8_192 / 15_400.0);
    for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Snapshots.write("overview-work-" + locale, Look.light(340, 220), () -> loaded(work, locale));
    }
    Snapshots.write("overview-work-dark", Look.dark(340, 220), () -> loaded(work, Locale.ENGLISH));

    Fx.run(() -> {
      bench.log.add(false, "srv  update_slots: all slots are idle");
      bench.tasks.turn();
    });
    assertThat(Fx.get(() -> texts(card))).noneMatch(text -> text.startsWith("Reading"));
  }

  @Test
  void anAlarmNamesItsProjectAndLeadsThere() throws Exception {
    bench.server.with(MODEL, 65_536, 131_072);
    route(ProjectsBench.NOTES);
    bench.server.loading(MODEL, 4_096);
    var alarms =
        new AlarmsViewModel(
            bench.tasks,
            bench.alarms(List.of()),
            new VisitedScreens(),
            (_, _, _) -> {},
            new CutNotices(bench.notices, new VisitedScreens()));
    alarms.setWhole(true);
    alarms.setScreenShown(true);
    assertThat(alarms.alarmsProperty().get()).isNotEmpty();
    var card = Fx.get(() -> new AlarmsCard(alarms, new Texts(Locale.ENGLISH)));
    assertThat(Fx.get(() -> texts(card))).anyMatch(text -> text.contains("notes"));
    Snapshots.both(
        "overview-alarms", 700, 260, () -> new AlarmsCard(alarms, new Texts(Locale.ENGLISH)));
    Snapshots.write(
        "overview-alarms-narrow",
        Look.light(430, 320),
        () -> new AlarmsCard(alarms, new Texts(Locale.GERMAN)));
  }

  private void route(Path folder) throws Exception {
    bench
        .changes()
        .project(folder, RouteChoice.LOCAL, Wish.model(Optional.of(MODEL)))
        .run(Cancellation.NEVER)
        .write()
        .run(Cancellation.NEVER);
  }

  private static List<String> texts(Parent parent) {
    return all(parent, Labeled.class).stream().map(Labeled::getText).toList();
  }

  /// What a person sees of a kind.
  private static <T extends Node> List<T> all(Parent parent, Class<T> kind) {
    var found = new ArrayList<T>();
    for (var node : parent.getChildrenUnmodifiable()) {
      if (node.isVisible() && kind.isInstance(node)) {
        found.add(kind.cast(node));
      } else if (node.isVisible() && node instanceof Parent inner) {
        found.addAll(all(inner, kind));
      }
    }
    return found;
  }
}
