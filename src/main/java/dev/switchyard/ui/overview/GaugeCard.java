package dev.switchyard.ui.overview;

import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.Sparkline;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One pool of memory: how much is in use now, by whom, and how it was during the last ten minutes.
final class GaugeCard extends Card {
  private static final int PAINTS = 4;
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Texts texts;
  private final Figure figure = new Figure();
  private final StackedBar bar = new StackedBar();
  private final Sparkline history =
      new Sparkline(MemoryViewModel.SPAN, MemoryViewModel.SLOW.multipliedBy(2));
  private final Label caption = Figure.caption("");
  private double growth;
  private Optional<GpuLines> gpu = Optional.empty();

  GaugeCard(Texts texts) {
    super("");
    this.texts = texts;
    getStyleClass().add("gauge");
    VBox.setVgrow(history, Priority.ALWAYS);
    getChildren().addAll(figure, bar, history, caption);
  }

  /// @param pixels by how much the card, and in it the chart, is higher than it needs to be
  void setGrowth(double pixels) {
    growth = pixels;
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width) + growth;
  }

  void show(MemoryViewModel.Gauge gauge) {
    var pool = gauge.pool();
    setTitle(title(gauge));
    figure.show(used(pool), rest(pool));
    showGpu(gauge);
    pseudoClassStateChanged(STALE, gauge.age().isPresent());
    boolean known = pool.totalBytes().toOptional().isPresent();
    bar.setVisible(known);
    bar.setManaged(known);
    bar.show(parts(gauge), pool.totalBytes().toOptional().orElse(0L));
    var points =
        gauge.history().stream()
            .map(point -> new Sparkline.Point(point.at(), point.ratio()))
            .toList();
    history.show(points, texts.text("overview.gauge.history"));
    caption.setText(caption(gauge));
  }

  /// Most machines' only gauge is of RAM.
  private void showGpu(MemoryViewModel.Gauge gauge) {
    if (gpu.isEmpty() && gauge.pool().gpu().isPresent()) {
      gpu = Optional.of(new GpuLines(texts));
      getChildren().addAll(gpu.stream().toList());
    }
    gpu.ifPresent(lines -> lines.show(gauge));
  }

  private String title(MemoryViewModel.Gauge gauge) {
    return switch (gauge.pool().kind()) {
      case RAM -> texts.text("overview.gauge.ram");
      case UNIFIED -> texts.text("overview.gauge.unified");
      case VRAM ->
          texts.text(
              gauge.pool().isIntegrated() ? "overview.gauge.integrated" : "overview.gauge.vram",
              gauge.label());
    };
  }

  private String used(MemoryPool pool) {
    return pool.usedBytes()
        .toOptional()
        .map(this::bytes)
        .orElse(texts.text("overview.gauge.unknown"));
  }

  /// Why a figure is missing stands below.
  private String rest(MemoryPool pool) {
    var total = pool.totalBytes().toOptional().map(this::bytes);
    var free = pool.freeBytes().toOptional().map(this::bytes);
    if (total.isEmpty()) {
      return "";
    }
    return free.map(bytes -> texts.text("overview.gauge.of-total", total.get(), bytes))
        .orElseGet(() -> texts.text("overview.gauge.of-unknown", total.get()));
  }

  private List<StackedBar.Part> parts(MemoryViewModel.Gauge gauge) {
    var shares = gauge.shares();
    // With several GPUs nobody tells which holds how much of a model.
    boolean divided = shares.models().isEmpty() && gauge.pool().gpu().isPresent();
    var restKey = divided ? "overview.gauge.in-use" : "overview.gauge.rest";
    var parts = new ArrayList<StackedBar.Part>();
    int paint = 1;
    for (var share : shares.models()) {
      parts.add(
          new StackedBar.Part(
              texts.text("overview.gauge.part", share.model().shortText(), bytes(share.bytes())),
              share.bytes(),
              "part-model-" + paint));
      paint = paint % PAINTS + 1;
    }
    shares
        .restBytes()
        .ifPresent(rest ->
            parts.addFirst(
                new StackedBar.Part(texts.text(restKey, bytes(rest)), rest, "part-system")));
    return parts;
  }

  private String caption(MemoryViewModel.Gauge gauge) {
    var words = new ArrayList<String>();
    words.add(texts.text("overview.gauge.span"));
    if (gauge.shares().beyondUse() > 0) {
      words.add(texts.text("overview.gauge.beyond-use"));
    }
    return String.join(" · ", words);
  }

  private String bytes(long bytes) {
    return Sizes.bytes(bytes, texts.locale());
  }
}
