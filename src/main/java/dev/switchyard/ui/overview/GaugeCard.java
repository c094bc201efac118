package dev.switchyard.ui.overview;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.model.MemoryShares;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.Sparkline;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One pool of memory: how much is in use now, by whom, and how it was during the last ten minutes.
final class GaugeCard extends Card {
  private static final int PAINTS = 4;

  private final Texts texts;
  private final Figure figure = new Figure();
  private final StackedBar bar = new StackedBar();
  private final Sparkline history =
      new Sparkline(MemoryViewModel.SPAN, MemoryViewModel.SLOW.multipliedBy(2));
  private final Label caption = Figure.caption("");
  private double growth;

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
    setTitle(title(pool));
    figure.show(size(pool.usedBytes()), rest(pool));
    bar.show(parts(gauge.shares()), pool.totalBytes().toOptional().orElse(0L));
    var points =
        gauge.history().stream()
            .map(point -> new Sparkline.Point(point.at(), point.ratio()))
            .toList();
    history.show(points, texts.text("overview.gauge.history"));
    caption.setText(caption(gauge));
  }

  private String title(MemoryPool pool) {
    return switch (pool.kind()) {
      case RAM -> texts.text("overview.gauge.ram");
      case UNIFIED -> texts.text("overview.gauge.unified");
      case VRAM -> texts.text("overview.gauge.vram", pool.name());
    };
  }

  private String rest(MemoryPool pool) {
    return texts.text("overview.gauge.of-total", size(pool.totalBytes()), size(pool.freeBytes()));
  }

  private List<StackedBar.Part> parts(MemoryShares shares) {
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
                new StackedBar.Part(
                    texts.text("overview.gauge.rest", bytes(rest)), rest, "part-system")));
    return parts;
  }

  private String caption(MemoryViewModel.Gauge gauge) {
    var words = new ArrayList<String>();
    words.add(texts.text("overview.gauge.span"));
    gauge
        .pool()
        .gpu()
        .ifPresent(gpu -> {
          gpu.temperatureCelsius()
              .toOptional()
              .ifPresent(celsius -> words.add(texts.text("overview.gauge.temperature", celsius)));
          gpu.utilizationPercent()
              .toOptional()
              .ifPresent(busy -> words.add(texts.text("overview.gauge.busy", busy)));
        });
    if (gauge.shares().beyondUse() > 0) {
      words.add(texts.text("overview.gauge.beyond-use"));
    }
    return String.join(" · ", words);
  }

  private String size(Known<Long> bytes) {
    return switch (bytes) {
      case Known.Value<Long>(var value) -> bytes(value);
      case Known.Unknown<Long>(var reason) -> texts.text(reason);
    };
  }

  private String bytes(long bytes) {
    return Sizes.bytes(bytes, texts.locale());
  }
}
