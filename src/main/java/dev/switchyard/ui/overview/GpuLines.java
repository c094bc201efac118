package dev.switchyard.ui.overview;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.Gpu;
import dev.switchyard.domain.memory.GpuProcess;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.WiredLimit;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The quiet lines below a GPU's gauge: what it does, who uses it, and why something is not known.
final class GpuLines extends VBox {
  private static final int NAMED = 2;

  private final Texts texts;
  private final Label state = Figure.caption("");
  private final Label users = Figure.caption("");
  private final Label limit = Figure.caption("");
  private final Label note = Figure.caption("");

  GpuLines(Texts texts) {
    this.texts = texts;
    getStyleClass().add("gpu-lines");
    getChildren().addAll(state, users, limit, note);
  }

  void show(MemoryViewModel.Gauge gauge) {
    var gpu = gauge.pool().gpu();
    setVisible(gpu.isPresent());
    setManaged(gpu.isPresent());
    gpu.ifPresent(card -> show(gauge, card));
  }

  private void show(MemoryViewModel.Gauge gauge, Gpu gpu) {
    // Where a driver tells nothing, its reason says all.
    set(state, gauge.pool().totalBytes() instanceof Known.Unknown<Long> ? "" : state(gpu));
    set(users, gpu.processes().toOptional().map(this::users).orElse(""));
    set(limit, gpu.wiredLimit().map(this::limit).orElse(""));
    set(note, note(gauge));
    var missing = missing(gpu);
    state.setTooltip(missing.isEmpty() ? null : reasons(missing));
  }

  /// The one that may be open already.
  private Tooltip reasons(List<String> missing) {
    var reasons = Optional.ofNullable(state.getTooltip()).orElseGet(Tooltip::new);
    reasons.setText(String.join("\n", missing));
    return reasons;
  }

  private static void set(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private String state(Gpu gpu) {
    var words = new ArrayList<String>();
    words.add(word("overview.gauge.busy", "overview.gauge.busy-unknown", gpu.utilizationPercent()));
    words.add(
        word(
            "overview.gauge.temperature",
            "overview.gauge.temperature-unknown",
            gpu.temperatureCelsius()));
    return String.join(" · ", words);
  }

  private String word(String key, String unknown, Known<Double> figure) {
    return figure.toOptional().map(value -> texts.text(key, value)).orElse(texts.text(unknown));
  }

  private String users(List<GpuProcess> processes) {
    if (processes.isEmpty()) {
      return texts.text("overview.gauge.no-users");
    }
    var named = processes.stream().limit(NAMED).map(this::user);
    int more = processes.size() - NAMED;
    // A line for each, so that figures that change move nothing.
    return Stream.concat(
            named,
            more > 0 ? Stream.of(texts.text("overview.gauge.more-users", more)) : Stream.of())
        .collect(Collectors.joining("\n"));
  }

  private String user(GpuProcess process) {
    return process
        .bytes()
        .toOptional()
        .map(bytes -> texts.text("overview.gauge.user", process.name(), new Bytes(bytes)))
        .orElseGet(() -> texts.text(process.name()));
  }

  private String limit(WiredLimit wired) {
    return texts.text(
        wired.chosen() ? "overview.gauge.limit" : "overview.gauge.limit-assumed",
        new Bytes(wired.bytes()));
  }

  private String note(MemoryViewModel.Gauge gauge) {
    return gauge.age().map(this::stale).or(() -> missing(gauge.pool()).map(texts::text)).orElse("");
  }

  private String stale(Duration age) {
    return age.toMinutes() < 1
        ? texts.text("overview.gauge.stale-seconds", age.toSeconds())
        : texts.text("overview.gauge.stale-minutes", age.toMinutes());
  }

  private static Optional<Message> missing(MemoryPool pool) {
    return reason(pool.totalBytes()).or(() -> reason(pool.usedBytes()));
  }

  /// Each reason once: a driver that tells nothing has one for all.
  private List<String> missing(Gpu gpu) {
    var missing = new LinkedHashSet<String>();
    reason(gpu.utilizationPercent()).map(texts::text).ifPresent(missing::add);
    reason(gpu.temperatureCelsius()).map(texts::text).ifPresent(missing::add);
    reason(gpu.processes()).map(texts::text).ifPresent(missing::add);
    return List.copyOf(missing);
  }

  private static Optional<Message> reason(Known<?> figure) {
    return figure instanceof Known.Unknown<?>(var reason) ? Optional.of(reason) : Optional.empty();
  }
}
