package dev.switchyard.ui.overview;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.CardGrid;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.PageScroll;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The first screen: gauges and what is loaded above, the way to Claude Code below.
final class OverviewView {
  private static final double LEAST_COLUMN = 320;
  private static final int MOST_COLUMNS = 4;
  private static final double GAP = 16;

  /// On a high window the gauges' charts take this much of what is left.
  private static final double MOST_GROWTH = 160;

  private final OverviewViewModel model;
  private final ServerViewModel server;
  private final OperatingSystem system;
  private final Texts texts;
  private final CardGrid grid = new CardGrid(LEAST_COLUMN, MOST_COLUMNS, GAP);
  private final List<GaugeCard> gauges = new ArrayList<>();
  private final Card noGpu;
  private List<Node> rest = List.of();

  OverviewView(
      OverviewViewModel model, ServerViewModel server, OperatingSystem system, Texts texts) {
    this.model = model;
    this.server = server;
    this.system = system;
    this.texts = texts;
    noGpu = new Card(texts.text("overview.gauge.gpu"));
    model.memory().gaugesProperty().addListener((_, _, now) -> show(now));
    model.memory().gpuNoteProperty().addListener((_, _, now) -> note(now));
    model.wholeProperty().addListener((_, _, _) -> place());
    note(model.memory().gpuNoteProperty().get());
    show(model.memory().gaugesProperty().get());
  }

  Node node() {
    return new PageScroll(grid);
  }

  private void show(List<MemoryViewModel.Gauge> now) {
    if (now.size() != gauges.size() || grid.getChildren().isEmpty()) {
      gauges.clear();
      now.forEach(_ -> gauges.add(new GaugeCard(texts)));
      gauges.forEach(gauge -> CardGrid.setGrowth(gauge, MOST_GROWTH));
      place();
    }
    for (int i = 0; i < now.size(); i++) {
      gauges.get(i).show(now.get(i));
    }
  }

  private void place() {
    if (model.wholeProperty().get() && rest.isEmpty()) {
      rest = rest();
    }
    var cards = new ArrayList<Node>(gauges);
    cards.add(noGpu);
    cards.addAll(rest);
    grid.getChildren().setAll(cards);
  }

  private List<Node> rest() {
    var setup = new SetupCard(model.setup(), texts);
    CardGrid.setSpan(setup, 2);
    return List.of(
        new LoadedCard(model.loaded(), texts),
        setup,
        new FitsCard(model.fits(), texts),
        new ServerCard(server, system, texts));
  }

  private void note(Optional<Message> reason) {
    noGpu.setVisible(reason.isPresent());
    noGpu.setManaged(reason.isPresent());
    noGpu.getChildren().subList(1, noGpu.getChildren().size()).clear();
    reason.ifPresent(text -> noGpu.getChildren().add(Figure.caption(texts.text(text))));
  }
}
