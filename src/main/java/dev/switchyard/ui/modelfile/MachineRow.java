package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.modelfile.PlannedMachine.Preset;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Whose memory the forecast is for, and the choice of another machine. That it is not this one
/// stands out, with one click back.
final class MachineRow extends VBox {
  private static final long GIB = 1L << 30;

  private final PlannedMachine planned;
  private final Texts texts;
  private final MenuButton choice = new MenuButton();
  private final InlineMessage notThisMachine = new InlineMessage();
  private final TextField ram = new TextField();
  private final TextField cards = new TextField();
  private final CheckBox unified = new CheckBox();
  private final FlowPane fields = new FlowPane();
  private final InlineMessage refused = new InlineMessage();

  MachineRow(PlannedMachine planned, Texts texts) {
    this.planned = planned;
    this.texts = texts;
    var label = new Label(texts.text("modelfile.machine"));
    label.getStyleClass().add("muted");
    choice.setId("planned-machine");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var line = new FlowPane(label, choice);
    line.getStyleClass().add("machine-choice");
    getStyleClass().add("machine");
    fillMenu();
    fillFields();
    getChildren().addAll(line, notThisMachine, fields, refused);
    planned.machineProperty().subscribe(this::show);
  }

  private void fillMenu() {
    choice.getItems().add(item(texts.text("modelfile.machine.this"), planned::backToThisMachine));
    boolean shared = true;
    for (var preset : PlannedMachine.PRESETS) {
      if (preset.machine().unified() != shared) {
        shared = preset.machine().unified();
        choice.getItems().add(new SeparatorMenuItem());
      } else if (choice.getItems().size() == 1) {
        choice.getItems().add(new SeparatorMenuItem());
      }
      choice
          .getItems()
          .add(item(texts.text(preset.label()), () -> planned.choose(preset.machine())));
    }
  }

  private static MenuItem item(String text, Runnable run) {
    var item = new MenuItem(text);
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void fillFields() {
    named(ram, "modelfile.machine.ram", 84);
    named(cards, "modelfile.machine.gpus", 120);
    unified.setText(texts.text("modelfile.machine.shared"));
    unified.setOnAction(_ -> typed());
    cards.disableProperty().bind(unified.selectedProperty());
    var apply = new Button(texts.text("modelfile.machine.apply"));
    apply.getStyleClass().add("small");
    apply.setOnAction(_ -> typed());
    fields
        .getChildren()
        .addAll(
            field("modelfile.machine.ram", ram),
            field("modelfile.machine.gpus", cards),
            unified,
            apply);
    fields.getStyleClass().add("machine-fields");
    fields.managedProperty().bind(fields.visibleProperty());
  }

  private void named(TextField field, String key, double width) {
    field.setAccessibleText(texts.text(key));
    field.setPrefWidth(width);
    field.setOnAction(_ -> typed());
  }

  private HBox field(String key, TextField field) {
    var label = new Label(texts.text(key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var pair = new HBox(label, field);
    pair.getStyleClass().add("machine-line");
    return pair;
  }

  private void typed() {
    if (planned.describe(ram.getText(), cards.getText(), unified.isSelected())) {
      refused.clear();
    } else {
      refused.show(Tone.DANGER, texts.text("modelfile.machine.refused"));
    }
  }

  private void show(Optional<OtherMachine> machine) {
    choice.setText(name(machine));
    choice.setAccessibleText(texts.text("modelfile.machine") + " " + choice.getText());
    fields.setVisible(machine.isPresent());
    refused.clear();
    machine.ifPresentOrElse(this::showOther, notThisMachine::clear);
  }

  private void showOther(OtherMachine machine) {
    ram.setText(gib(machine.ramBytes()));
    cards.setText(
        machine.gpuBytes().stream().map(MachineRow::gib).collect(Collectors.joining(", ")));
    unified.setSelected(machine.unified());
    notThisMachine.show(
        Tone.ACCENT,
        texts.text("modelfile.machine.notThis", machine.description()),
        InlineMessage.action(texts.text("modelfile.machine.back"), planned::backToThisMachine));
  }

  private String name(Optional<OtherMachine> machine) {
    return machine
        .map(other ->
            PlannedMachine.PRESETS.stream()
                .filter(preset -> preset.machine().equals(other))
                .findFirst()
                .map(Preset::label)
                .map(texts::text)
                .orElseGet(() -> texts.text("modelfile.machine.described")))
        .orElseGet(() -> texts.text("modelfile.machine.this"));
  }

  /// As it can be typed again.
  private static String gib(long bytes) {
    return bytes % GIB == 0 ? String.valueOf(bytes / GIB) : bytes / (1L << 20) + "M";
  }
}
