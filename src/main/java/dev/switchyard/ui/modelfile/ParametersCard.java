package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.modelfile.Parameters;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Sizes;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// Base model and parameters as a form.
final class ParametersCard extends Card {
  private static final Insets BELOW = new Insets(0, 0, 8, 0);

  private final ModelfileViewModel model;
  private final Texts texts;
  private final Consumer<String> onPull;
  private final ComboBox<String> base = new ComboBox<>();
  private final ParameterRow baseRow;
  private final InlineMessage baseMessage = new InlineMessage();
  private final InlineMessage refused = new InlineMessage();
  private boolean showing;

  ParametersCard(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    super(texts.text("modelfile.parameters"));
    this.model = model;
    this.texts = texts;
    this.onPull = onPull;
    base.setId("base-model");
    base.setEditable(true);
    base.setAccessibleText(texts.text("modelfile.base"));
    base.setOnAction(_ -> chosen());
    baseRow = new ParameterRow(texts.text("modelfile.base"), base);
    var common = rows(true);
    var rare = new VBox(rows(false).toArray(ParameterRow[]::new));
    rare.getStyleClass().add("parameter-rows");
    var more = new TitledPane(texts.text("modelfile.parameters.more"), rare);
    more.setExpanded(false);
    more.setAnimated(false);
    more.setId("more-parameters");
    var rows = new VBox(baseRow, baseMessage);
    VBox.setMargin(baseMessage, BELOW);
    rows.getChildren().addAll(common);
    rows.getStyleClass().add("parameter-rows");
    getStyleClass().add("parameters");
    getChildren().addAll(rows, refused, more);
    model.document().modelfileProperty().subscribe(_ -> showBase());
    model.library().shelfProperty().subscribe(shelf -> offer(shelf.installed()));
    model.baseNoteProperty().subscribe(this::note);
    model.document().refusedEditProperty().subscribe(this::refused);
  }

  private List<ParameterRow> rows(boolean common) {
    return Parameters.ALL.stream()
        .filter(parameter -> parameter.common() == common && !parameter.name().equals("num_ctx"))
        .map(parameter -> ParameterControl.row(parameter, model.document(), texts))
        .toList();
  }

  private void chosen() {
    var chosen = base.getEditor().getText().strip();
    if (!showing && !chosen.isEmpty() && !chosen.equals(shownBase())) {
      model.document().setBase(chosen);
    }
  }

  private String shownBase() {
    return model.document().modelfile().from().map(from -> from.value()).orElse("");
  }

  private void offer(List<InstalledModel> installed) {
    var names = installed.stream().map(each -> each.name().shortText()).toList();
    if (!names.equals(base.getItems())) {
      showing = true;
      base.getItems().setAll(names);
      showing = false;
    }
    showBase();
  }

  private void showBase() {
    showing = true;
    base.getEditor().setText(shownBase());
    base.setValue(shownBase());
    showing = false;
    baseRow.hint(model.installedBase().map(this::about).orElse(""));
  }

  private String about(InstalledModel installed) {
    var facts = new ArrayList<String>();
    installed
        .bytes()
        .toOptional()
        .ifPresent(bytes -> facts.add(Sizes.bytes(bytes, texts.locale())));
    if (!installed.quantization().isEmpty()) {
      facts.add(installed.quantization());
    }
    installed.capabilities().toOptional().map(this::names).ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  private String names(Set<Capability> capabilities) {
    return String.join(
        ", ",
        capabilities.stream()
            .filter(capability -> capability != Capability.COMPLETION)
            .sorted()
            .map(Capability::wireName)
            .toList());
  }

  private void note(Optional<Message> reason) {
    reason.ifPresentOrElse(
        text -> {
          var name = model.document().baseName();
          if (name.isPresent() && model.library().shelf().server().isPresent()) {
            var pull =
                InlineMessage.action(
                    texts.text("modelfile.base.pull"),
                    () -> onPull.accept(Objects.toString(name.get())));
            baseMessage.show(Tone.WARNING, texts.text(text), pull);
          } else {
            baseMessage.show(Tone.WARNING, texts.text(text));
          }
        },
        baseMessage::clear);
    showBase();
  }

  private void refused(Optional<Message> reason) {
    reason.ifPresentOrElse(text -> refused.show(Tone.DANGER, texts.text(text)), refused::clear);
  }
}
