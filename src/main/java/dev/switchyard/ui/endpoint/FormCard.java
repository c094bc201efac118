package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.profile.EndpointDraft.Part;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Primary;
import dev.switchyard.ui.component.Tone;
import java.io.File;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The form in which an endpoint is named or changed. Each has its own fields: what stood in them
/// is gone with it.
final class FormCard extends Card {
  private static final double SECONDS_WIDTH = 72;
  private static final double KIND_WIDTH = 260;

  private final FormViewModel model;
  private final Runnable onClose;
  private final EndpointTexts texts;
  private final AddressRow address;
  private final Map<Part, FormRow> rows = new EnumMap<>(Part.class);
  private final InlineMessage failure = new InlineMessage();

  FormCard(FormViewModel model, Runnable onClose, EndpointTexts texts) {
    super(
        model
            .nameBefore()
            .map(name -> texts.text("endpoints.form.edit", name))
            .orElseGet(() -> texts.text("endpoints.form.add")));
    this.model = model;
    this.onClose = onClose;
    this.texts = texts;
    address = new AddressRow(model, texts);
    var token = new TokenRow(model, texts);
    rows.put(Part.ADDRESS, address.row());
    rows.put(Part.NAME, row("name", field("name", model.nameProperty())));
    rows.put(Part.KIND, row("kind", kind()));
    rows.put(Part.TOKEN, token.row());
    rows.put(Part.CA_FILE, row("ca", caFile()));
    rows.put(Part.LIMITS, row("limits", limits()));
    getStyleClass().add("endpoint-form");
    getChildren().addAll(address.row(), address.below());
    getChildren().addAll(rows.get(Part.NAME), rows.get(Part.KIND));
    getChildren().addAll(token.row(), token.below());
    getChildren().addAll(rows.get(Part.CA_FILE), rows.get(Part.LIMITS), failure, buttons());
    model.problemsProperty().subscribe(this::showProblems);
    model.failureProperty().subscribe(this::showFailure);
  }

  /// Puts the cursor where one begins.
  void begin() {
    address.focus();
  }

  private FormRow row(String key, Node control) {
    return new FormRow(
        texts.text("endpoints.column." + key), control, texts.text("endpoints.form." + key));
  }

  private TextField field(String key, StringProperty text) {
    var field = new TextField();
    field.setAccessibleText(texts.text("endpoints.column." + key));
    field.textProperty().bindBidirectional(text);
    field.setOnAction(_ -> model.save());
    return field;
  }

  private Node kind() {
    var box = new ComboBox<@Nullable EndpointKind>();
    box.getItems().setAll(EndpointKind.values());
    box.setConverter(new ProductConverter());
    box.setPrefWidth(KIND_WIDTH);
    box.setPromptText(texts.text("endpoints.form.kind.choose"));
    box.setAccessibleText(texts.text("endpoints.column.kind"));
    box.valueProperty().bindBidirectional(model.kindProperty());
    return box;
  }

  private Node caFile() {
    var field = field("ca", model.caFileProperty());
    field.setPromptText(texts.text("endpoints.form.ca.none"));
    HBox.setHgrow(field, Priority.ALWAYS);
    var choose = new Button(texts.text("endpoints.form.choose"), new FontIcon(Feather.FOLDER));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(_ -> chooseFile());
    return line(field, choose);
  }

  private void chooseFile() {
    var chooser = new FileChooser();
    chooser.setTitle(texts.text("endpoints.column.ca"));
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .map(File::toString)
        .ifPresent(model.caFileProperty()::set);
  }

  private Node limits() {
    return line(
        seconds("endpoints.form.connect", model.connectSecondsProperty()),
        seconds("endpoints.form.answer", model.answerSecondsProperty()));
  }

  private Node seconds(String key, StringProperty text) {
    var field = new TextField();
    field.setPrefWidth(SECONDS_WIDTH);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.textProperty().bindBidirectional(text);
    field.setOnAction(_ -> model.save());
    field.setAccessibleText(texts.text(key));
    var label = new Label(texts.text(key));
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return line(label, field);
  }

  static HBox line(Node... nodes) {
    var line = new HBox(nodes);
    line.getStyleClass().add("row");
    return line;
  }

  private Node buttons() {
    var save = new Button(texts.text("endpoints.form.save"));
    Primary.mark(save);
    save.setOnAction(_ -> model.save());
    var cancel = new Button(texts.text("models.action.cancel"));
    cancel.setOnAction(_ -> onClose.run());
    return line(save, cancel);
  }

  private void showProblems(Map<Part, Message> problems) {
    rows.forEach((part, row) -> {
      var problem = problems.get(part);
      if (problem == null) {
        row.message().clear();
      } else {
        row.message().show(Tone.DANGER, texts.text(problem));
      }
    });
  }

  private void showFailure(Optional<Message> reason) {
    reason.ifPresentOrElse(text -> failure.show(Tone.DANGER, texts.text(text)), failure::clear);
  }

  private static final class ProductConverter extends StringConverter<@Nullable EndpointKind> {
    @Override
    public String toString(@Nullable EndpointKind kind) {
      return kind == null ? "" : kind.product();
    }

    @Override
    public EndpointKind fromString(String text) {
      throw new UnsupportedOperationException("the box is not editable");
    }
  }
}
