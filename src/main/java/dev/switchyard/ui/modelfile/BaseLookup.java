package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.BaseModel;
import dev.switchyard.ui.task.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Follows the model after FROM and finds out what the server knows of it. Only models that are
/// installed are asked for, so that a name that is still being typed asks for nothing.
final class BaseLookup {
  private final Tasks tasks;
  private final ModelServer server;
  private final ModelfileDocument document;
  private final LibraryModel library;
  private final ReadOnlyObjectWrapper<Optional<ModelDescription>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<ModelName> asked = Optional.empty();

  BaseLookup(Tasks tasks, ModelServer server, ModelfileDocument document, LibraryModel library) {
    this.tasks = tasks;
    this.server = server;
    this.document = document;
    this.library = library;
    document.modelfileProperty().subscribe(_ -> follow());
    library.shelfProperty().subscribe(_ -> follow());
  }

  ReadOnlyObjectProperty<Optional<ModelDescription>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Why nothing is known, and what to do.
  ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  private void follow() {
    var name = document.baseName();
    var installed = name.flatMap(library.shelf()::find);
    if (installed.isEmpty()) {
      var missing = name.map(model -> Message.of("modelfile.base.missing", model));
      forget(library.shelf().trouble().or(() -> missing));
    } else if (found.get().filter(base -> base.name().equals(name.get())).isEmpty()
        && !asked.equals(name)) {
      ask(name.get());
    }
  }

  private void ask(ModelName name) {
    asked = Optional.of(name);
    tasks.run(
        _ -> server.describe(name),
        description -> answered(name, description),
        failure -> {
          asked = Optional.empty();
          forget(Optional.of(failure.text()));
        });
  }

  private void answered(ModelName name, ModelDescription description) {
    asked = Optional.empty();
    if (document.baseName().filter(name::equals).isEmpty()) {
      follow();
      return;
    }
    note.set(Optional.empty());
    document.setBaseModel(BaseModel.of(description));
    found.set(Optional.of(description));
  }

  private void forget(Optional<Message> reason) {
    document.setBaseModel(BaseModel.UNKNOWN);
    note.set(reason);
    found.set(Optional.empty());
  }
}
