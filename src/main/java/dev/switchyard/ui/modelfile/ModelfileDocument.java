package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.BaseModel;
import dev.switchyard.domain.modelfile.BuiltDifference;
import dev.switchyard.domain.modelfile.FromValue;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileCheck;
import dev.switchyard.domain.modelfile.ModelfileStore.Saved;
import dev.switchyard.domain.modelfile.Piece;
import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.domain.modelfile.UnwritableValueException;
import dev.switchyard.domain.modelfile.VariantName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The Modelfile on the desk. Text and form both show it and both change it.
public final class ModelfileDocument {
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Modelfile> modelfile =
      new ReadOnlyObjectWrapper<>(Modelfile.parse(""));
  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Problem>> nameProblems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> refusedEdit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Draft> draft =
      new ReadOnlyObjectWrapper<>(
          new Draft(
              "",
              "",
              Modelfile.parse(""),
              Modelfile.parse(""),
              Optional.empty(),
              Optional.empty()));
  private BaseModel base = BaseModel.UNKNOWN;

  ModelfileDocument() {
    name.subscribe(this::check);
  }

  /// The variant's name as typed.
  public StringProperty nameProperty() {
    return name;
  }

  public ReadOnlyObjectProperty<Modelfile> modelfileProperty() {
    return modelfile.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<Problem>> nameProblemsProperty() {
    return nameProblems.getReadOnlyProperty();
  }

  /// Why the last value entered in the form could not be taken over.
  public ReadOnlyObjectProperty<Optional<Message>> refusedEditProperty() {
    return refusedEdit.getReadOnlyProperty();
  }

  /// Changes with every edit, save and build.
  ReadOnlyObjectProperty<Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  public Modelfile modelfile() {
    return modelfile.get();
  }

  /// The model after FROM, where it names one.
  public Optional<ModelName> baseName() {
    return modelfile()
        .from()
        .map(from -> FromValue.of(from.value()))
        .flatMap(value ->
            value instanceof FromValue.Model(var model) ? Optional.of(model) : Optional.empty());
  }

  /// The value that decides a parameter, as written; empty where it is not set.
  public String value(String parameter) {
    return modelfile().parameter(parameter).map(Piece.Instruction::value).orElse("");
  }

  /// What is wrong with a parameter's value.
  public Optional<Problem> problemOf(String parameter) {
    var instruction = modelfile().parameter(parameter);
    return instruction.flatMap(set ->
        problems.get().stream()
            .filter(problem -> problem.span().start() >= set.span().start())
            .filter(problem -> problem.span().end() <= set.span().end())
            .findFirst());
  }

  public boolean hasErrors() {
    return problems.get().stream().anyMatch(Problem::isError)
        || nameProblems.get().stream().anyMatch(Problem::isError);
  }

  /// Whether the folder does not hold what stands here.
  public boolean isUnsaved() {
    return draft
        .get()
        .saved()
        .filter(saved -> saved.modelfile().equals(modelfile()))
        .filter(this::hasThisName)
        .isEmpty();
  }

  public boolean isEdited() {
    return draft.get().isEdited();
  }

  /// What the server has otherwise; empty where it has no model of this name.
  public Optional<List<BuiltDifference>> differencesToBuilt() {
    return draft
        .get()
        .built()
        .filter(built -> ModelName.parse(name.get()).filter(built.name()::equals).isPresent())
        .map(built -> BuiltDifference.between(modelfile(), Modelfile.parse(built.modelfile())));
  }

  /// The editor's text changed.
  ///
  /// @param text with `\n` at every line's end
  public void edit(String text) {
    become(modelfile().withEditorText(text));
  }

  public void setBase(String model) {
    change(file -> file.withFrom(model));
  }

  /// @param value as typed; nothing removes the parameter
  public void setParameter(String parameter, String value) {
    var text = value.strip();
    change(file ->
        text.isEmpty() ? file.withoutParameter(parameter) : file.withParameter(parameter, text));
  }

  public void setValues(String parameter, List<String> values) {
    change(file -> file.withParameterValues(parameter, values));
  }

  /// Back to what was opened, or last saved.
  public void revert() {
    become(draft.get().origin());
  }

  void show(Draft opened) {
    draft.set(opened);
    name.set(opened.name());
    become(opened.modelfile());
  }

  /// What was found out after the document was opened: what is saved and built, and what was left
  /// unsaved the last time.
  void continueWith(Draft found) {
    var now = draft.get();
    if (now.key().equals(found.key())) {
      draft.set(now.against(found.saved(), found.built()));
      if (!now.isEdited()) {
        become(found.modelfile());
      }
    }
  }

  void setBaseModel(BaseModel known) {
    base = known;
    check();
  }

  void saved(Saved saved) {
    var before = draft.get();
    draft.set(
        new Draft(
            before.key(),
            saved.name(),
            modelfile(),
            saved.modelfile(),
            Optional.of(saved),
            before.built()));
  }

  void built(ModelDescription description) {
    draft.set(draft.get().against(draft.get().saved(), Optional.of(description)));
  }

  private boolean hasThisName(Saved saved) {
    return saved.name().equals(name.get());
  }

  private void change(UnaryOperator<Modelfile> edit) {
    try {
      refusedEdit.set(Optional.empty());
      become(edit.apply(modelfile()));
    } catch (UnwritableValueException e) {
      refusedEdit.set(Optional.of(e.text()));
    }
  }

  private void become(Modelfile changed) {
    modelfile.set(changed);
    check();
    var before = draft.get();
    draft.set(
        new Draft(
            before.key(), name.get(), changed, before.origin(), before.saved(), before.built()));
  }

  private void check() {
    problems.set(ModelfileCheck.of(modelfile(), base));
    nameProblems.set(VariantName.check(name.get().strip(), baseName()));
  }
}
