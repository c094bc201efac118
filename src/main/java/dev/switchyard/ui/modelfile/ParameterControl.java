package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.modelfile.Parameter;
import dev.switchyard.domain.modelfile.ParameterType;
import dev.switchyard.ui.component.Keys;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/// The form's line for a parameter, with the control that suits its type. A value is taken over
/// with Enter or when the person goes on; while it is being typed the text stays as it is.
final class ParameterControl {
  private static final int COLUMNS = 7;

  private final Parameter parameter;
  private final ModelfileDocument document;
  private final Texts texts;
  private boolean showing;

  private ParameterControl(Parameter parameter, ModelfileDocument document, Texts texts) {
    this.parameter = parameter;
    this.document = document;
    this.texts = texts;
  }

  static ParameterRow row(Parameter parameter, ModelfileDocument document, Texts texts) {
    var control = new ParameterControl(parameter, document, texts);
    return switch (parameter.type()) {
      case WHOLE_NUMBER, NUMBER -> control.number();
      case YES_NO -> control.choice();
      case TEXT_LIST -> control.list();
    };
  }

  private ParameterRow number() {
    var field = new TextField();
    field.setPrefColumnCount(COLUMNS);
    field.setMinWidth(TextField.USE_PREF_SIZE);
    field.setPromptText(defaultText());
    field.setOnAction(_ -> document.setParameter(parameter.name(), field.getText()));
    document.modelfileProperty().subscribe(_ -> field.setText(document.value(parameter.name())));
    return row(onLeaving(field, () -> document.setParameter(parameter.name(), field.getText())));
  }

  private ParameterRow choice() {
    var unset = defaultText();
    var box = new ChoiceBox<String>();
    box.getItems().setAll(unset, "true", "false");
    box.valueProperty()
        .subscribe(chosen -> {
          if (!showing && chosen != null) {
            document.setParameter(parameter.name(), chosen.equals(unset) ? "" : chosen);
          }
        });
    document
        .modelfileProperty()
        .subscribe(_ -> {
          var value = document.value(parameter.name());
          showing = true;
          box.setValue(value.isEmpty() ? unset : value);
          showing = false;
        });
    return row(box);
  }

  /// One value per line; a value that itself has several lines is shown, and changed in the text
  /// only.
  private ParameterRow list() {
    var area = new TextArea();
    area.setPrefRowCount(2);
    area.setPrefColumnCount(COLUMNS * 2);
    Keys.tabLeaves(area);
    document
        .modelfileProperty()
        .subscribe(_ -> {
          var values = document.modelfile().parameterValues(parameter.name());
          area.setText(String.join("\n", values));
          area.setEditable(values.stream().noneMatch(value -> value.contains("\n")));
        });
    return row(onLeaving(area, () -> document.setValues(parameter.name(), lines(area.getText()))));
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isEmpty()).toList();
  }

  private static TextInputControl onLeaving(TextInputControl input, Runnable take) {
    input
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is && input.isEditable()) {
            take.run();
          }
        });
    return input;
  }

  private ParameterRow row(javafx.scene.control.Control control) {
    control.setId("parameter-" + parameter.name());
    control.setAccessibleText(parameter.name());
    var row = new ParameterRow(parameter.name(), control);
    document
        .problemsProperty()
        .subscribe(_ ->
            document
                .problemOf(parameter.name())
                .ifPresentOrElse(
                    problem -> row.problem(texts.text(problem.text()), problem.isError()),
                    () -> row.hint(hint())));
    return row;
  }

  private String hint() {
    return parameter.type() == ParameterType.TEXT_LIST
        ? texts.text("modelfile.parameter.lines", texts.text(parameter.explanationKey()))
        : texts.text(
            "modelfile.parameter.default", defaultText(), texts.text(parameter.explanationKey()));
  }

  private String defaultText() {
    return parameter.defaultValue().orElseGet(() -> texts.text("modelfile.parameter.automatic"));
  }
}
