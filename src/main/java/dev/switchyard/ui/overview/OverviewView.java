package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The first screen: gauges and what is loaded above, the way to Claude Code below.
final class OverviewView {
  private static final double LEAST_COLUMN = 320;
  private static final int MOST_COLUMNS = 4;
  private static final double GAP = 16;

  /// In a window that is higher than this the gauges' charts take what is more, up to a bound. It
  /// hangs on nothing else: what comes after the first picture moves no gauge.
  private static final double USUAL_HEIGHT = 740;

  private static final double MOST_GROWTH = 160;

  private final OverviewViewModel model;
  private final ServerViewModel server;
  private final OperatingSystem system;
  private final Texts texts;
  private final CardGrid grid = new CardGrid(LEAST_COLUMN, MOST_COLUMNS, GAP);
  private final List<GaugeCard> gauges = new ArrayList<>();
  private final Card noGpu;
  private final LoadedCard loaded;
  private final StackPane page = new StackPane(grid);
  private List<Node> rest = List.of();

  OverviewView(
      OverviewViewModel model,
      ServerViewModel server,
      WorkViewModel work,
      OperatingSystem system,
      Texts texts) {
    this.model = model;
    this.server = server;
    this.system = system;
    this.texts = texts;
    noGpu = new Card(texts.text("overview.gauge.gpu"));
    loaded = new LoadedCard(model.loaded(), work, texts);
    page.setAlignment(Pos.TOP_LEFT);
    PageScroll.layOut(grid);
    page.heightProperty().subscribe(_ -> grow());
    model.memory().gaugesProperty().addListener((_, _, now) -> show(now));
    model.memory().gpuNoteProperty().addListener((_, _, now) -> note(now));
    model.wholeProperty().addListener((_, _, _) -> place());
    note(model.memory().gpuNoteProperty().get());
    show(model.memory().gaugesProperty().get());
  }

  Node node() {
    return page;
  }

  private void show(List<MemoryViewModel.Gauge> now) {
    if (now.size() != gauges.size() || grid.getChildren().isEmpty()) {
      gauges.clear();
      now.forEach(_ -> gauges.add(new GaugeCard(texts)));
      grow();
      place();
    }
    for (int i = 0; i < now.size(); i++) {
      gauges.get(i).show(now.get(i));
    }
  }

  private void place() {
    if (model.wholeProperty().get() && rest.isEmpty()) {
      rest = rest();
      // The bars and all that they consist of are not needed for the gauges.
      page.getChildren().setAll(new PageScroll(grid));
    }
    var cards = new ArrayList<Node>(gauges);
    cards.add(noGpu);
    cards.add(loaded);
    cards.addAll(rest);
    grid.getChildren().setAll(cards);
  }

  private void grow() {
    double growth = Math.clamp(page.getHeight() - USUAL_HEIGHT, 0, MOST_GROWTH);
    gauges.forEach(gauge -> gauge.setGrowth(growth));
  }

  private List<Node> rest() {
    var setup = new SetupCard(model.setup(), texts);
    CardGrid.setSpan(setup, 2);
    var alarms = new AlarmsCard(model.alarms(), texts);
    CardGrid.setSpan(alarms, 2);
    return List.of(
        alarms, setup, new FitsCard(model.fits(), texts), new ServerCard(server, system, texts));
  }

  private void note(Optional<Message> reason) {
    noGpu.setVisible(reason.isPresent());
    noGpu.setManaged(reason.isPresent());
    noGpu.getChildren().subList(1, noGpu.getChildren().size()).clear();
    reason.ifPresent(text -> noGpu.getChildren().add(Figure.caption(texts.text(text))));
  }
}
