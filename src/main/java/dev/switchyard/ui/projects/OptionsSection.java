package dev.switchyard.ui.projects;

import dev.switchyard.domain.Tokens;
import dev.switchyard.domain.route.RouteRequest.LocalTarget;
import dev.switchyard.domain.route.option.ContextBudget;
import dev.switchyard.domain.route.option.FirstPrompt;
import dev.switchyard.domain.route.option.Level;
import dev.switchyard.domain.route.option.RouteOption;
import dev.switchyard.ui.component.SegmentedControl;
import dev.switchyard.ui.component.StackedBar;
import dev.switchyard.ui.component.WrappedLabel;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The options of a local route: in one line, or each with its levels and what the chosen one
/// means, and how much of the context the first prompt takes with them.
final class OptionsSection extends VBox {
  private final LocalTarget target;
  private final BiConsumer<RouteOption, Level> choose;
  private final Texts texts;
  private final Hyperlink toggle = new Hyperlink();

  /// @param open whether each option is shown; remembered by the caller
  OptionsSection(
      LocalTarget target,
      BooleanProperty open,
      BiConsumer<RouteOption, Level> choose,
      Texts texts) {
    this.target = target;
    this.choose = choose;
    this.texts = texts;
    getStyleClass().add("options");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    show(open.get());
    // Listening to what outlives this section would keep every section that ever was.
    toggle.setOnAction(_ -> {
      open.set(!open.get());
      show(open.get());
    });
  }

  private void show(boolean all) {
    toggle.setText(texts.text(all ? "projects.options.hide" : "projects.options.show"));
    var summary = new HBox(toggle);
    summary.getStyleClass().add("row");
    if (!all) {
      summary.getChildren().addFirst(muted(summary()));
    }
    getChildren().setAll(row("projects.options", summary));
    if (all) {
      Stream.of(RouteOption.values()).map(this::row).forEach(getChildren()::add);
    }
    getChildren().add(row("projects.options.prompt", prompt()));
  }

  private String summary() {
    return Stream.of(RouteOption.values())
        .map(option ->
            texts.text(
                "projects.options.pair",
                texts.text("projects.option." + option.id()),
                label(option, target.options().level(option))))
        .collect(Collectors.joining(" · "));
  }

  private Node row(RouteOption option) {
    var chosen = target.options().level(option);
    var control =
        new SegmentedControl<>(
            texts.text("projects.option." + option.id()),
            option.levels(),
            level -> label(option, level));
    control.valueProperty().set(chosen);
    control.setOnRequest(level -> choose.accept(option, level));
    var box = new VBox(control, muted(meaning(option, chosen)));
    box.getStyleClass().add("option");
    return row("projects.option." + option.id(), box);
  }

  private String meaning(RouteOption option, Level chosen) {
    var meaning = texts.text("projects.option-means." + option.id() + "." + chosen.name());
    int saved = FirstPrompt.savedTokens(chosen);
    return saved > 0 ? texts.text("projects.options.saves", meaning, new Tokens(saved)) : meaning;
  }

  private String label(RouteOption option, Level level) {
    return texts.text("projects.level." + option.id() + "." + level.name());
  }

  private Node prompt() {
    var budget = new ContextBudget(target.contextTokens());
    int prompt = FirstPrompt.tokens(target.options());
    int room = budget.roomBeside(prompt);
    var bar = new StackedBar();
    bar.show(
        List.of(
            part("projects.options.part-prompt", prompt, "part-weights"),
            part("projects.options.part-room", room, "part-context"),
            part(
                "projects.options.part-reserve",
                target.contextTokens() - budget.compactsAt(),
                "part-system")),
        target.contextTokens());
    var caption = muted(texts.text("projects.options.counted"));
    var box = new VBox(bar, caption);
    box.getStyleClass().add("option");
    return box;
  }

  private StackedBar.Part part(String key, int tokens, String paint) {
    return new StackedBar.Part(texts.text(key, new Tokens(tokens)), tokens, paint);
  }

  private Node row(String key, Node content) {
    var label = new Label(texts.text(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(label, content);
    HBox.setHgrow(content, Priority.ALWAYS);
    line.getStyleClass().addAll("row", "question");
    return line;
  }

  private static Label muted(String text) {
    return new WrappedLabel(text, "muted");
  }
}
