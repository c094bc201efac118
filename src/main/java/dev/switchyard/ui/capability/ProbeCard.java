package dev.switchyard.ui.capability;

import dev.switchyard.domain.capability.Probes;
import dev.switchyard.domain.capability.Report;
import dev.switchyard.domain.capability.Standing;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.ProgressRow;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.component.WrappedLabel;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which model is probed, what that does, and how far it is.
final class ProbeCard extends Card {
  private final CapabilityViewModel model;
  private final CapabilityTexts texts;
  private final WrappedLabel what = new WrappedLabel();
  private final VBox below = new VBox();
  private final FlowPane choice = new FlowPane();
  private final InlineMessage server = new InlineMessage();
  private Optional<ProgressRow> progress = Optional.empty();

  ProbeCard(CapabilityViewModel model, CapabilityTexts texts) {
    super("");
    this.model = model;
    this.texts = texts;
    what.getStyleClass().add("muted");
    choice.getStyleClass().add("probe-choice");
    choice.getChildren().setAll(modelLine(), button());
    below.getStyleClass().add("column");
    getChildren().setAll(server, choice, below);
    model.run().stateProperty().subscribe(this::showRun);
    model.stateProperty().subscribe(this::showServer);
    model.chosenProperty().subscribe(_ -> explain());
    model.columns().subscribe(this::explain);
  }

  private Node modelLine() {
    var label = new Label(texts.text("capabilities.model"));
    label.setMinWidth(USE_PREF_SIZE);
    var box = new ComboBox<@Nullable ModelName>(model.choices());
    box.setConverter(new NameConverter());
    box.setPrefWidth(260);
    box.setAccessibleText(texts.text("capabilities.model"));
    box.valueProperty().bindBidirectional(model.chosenProperty());
    label.setLabelFor(box);
    var line = new javafx.scene.layout.HBox(label, box);
    line.getStyleClass().add("row");
    return line;
  }

  private Node button() {
    var probe = new Button(texts.text("capabilities.probe"), new FontIcon(Feather.PLAY));
    probe.setMinWidth(USE_PREF_SIZE);
    probe.setOnAction(_ -> model.probe());
    probe
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.chosenProperty().get() == null
                        || model.stateProperty().get()
                            instanceof CapabilityViewModel.State.Unreachable,
                model.chosenProperty(),
                model.stateProperty()));
    // Where nothing was probed yet, the empty state has the one next step.
    Primary.markWhile(probe, Bindings.isNotEmpty(model.columns()));
    return probe;
  }

  private void showServer(CapabilityViewModel.State state) {
    if (state instanceof CapabilityViewModel.State.Unreachable(var text)) {
      server.show(
          Tone.WARNING,
          texts.text(text),
          InlineMessage.action(texts.text("models.open-overview"), model::openOverview));
    } else {
      server.clear();
    }
  }

  private void showRun(ProbeRunModel.State state) {
    if (state instanceof ProbeRunModel.State.Probing probing) {
      showProgress(probing);
      return;
    }
    progress = Optional.empty();
    choice.setVisible(true);
    choice.setManaged(true);
    if (state instanceof ProbeRunModel.State.Ended(var text, boolean failed)) {
      var close =
          InlineMessage.action(texts.text("models.action.close"), () -> model.run().dismiss());
      var said = new InlineMessage(failed ? Tone.DANGER : Tone.NEUTRAL, texts.text(text), close);
      below.getChildren().setAll(what, said);
    } else {
      below.getChildren().setAll(what);
    }
    explain();
  }

  private void showProgress(ProbeRunModel.State.Probing probing) {
    if (progress.isEmpty()) {
      var row =
          new ProgressRow(
                  texts.text("capabilities.probing", probing.model().shortText()),
                  texts.text("models.action.cancel"),
                  model.run()::stop)
              .counting(texts.texts());
      row.restart();
      progress = Optional.of(row);
      choice.setVisible(false);
      choice.setManaged(false);
      below.getChildren().setAll(List.of(row));
    }
    int done = probing.findings().size();
    int all = Probes.ALL.size();
    progress.get().show((double) done / all, howFar(probing, done, all));
    progress.get().setCancelling(probing.stopping());
  }

  private String howFar(ProbeRunModel.State.Probing probing, int done, int all) {
    if (probing.stopping()) {
      return texts.text("capabilities.stopping");
    }
    var name = probing.asked().map(texts::probe).orElse("");
    int turn = Math.min(done + 1, all);
    return probing
        .left()
        .map(left -> texts.text("capabilities.progress.left", turn, all, name, texts.whole(left)))
        .orElseGet(() -> texts.text("capabilities.progress", turn, all, name));
  }

  private void explain() {
    var chosen = model.chosenProperty().get();
    if (chosen == null) {
      what.setText(texts.text("capabilities.what"));
      return;
    }
    var standing = model.standing(chosen).orElseGet(Standing.Never::new);
    var took =
        standing
            .last()
            .map(Report::took)
            .map(time -> texts.text("capabilities.took", texts.whole(time)))
            .orElseGet(() -> texts.text("capabilities.took-unknown"));
    what.setText(texts.text("capabilities.what") + " " + took);
  }

  private static final class NameConverter extends StringConverter<@Nullable ModelName> {
    @Override
    public String toString(@Nullable ModelName name) {
      return name == null ? "" : name.shortText();
    }

    @Override
    public ModelName fromString(String text) {
      return ModelName.of(text);
    }
  }
}
