package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.ModelShape;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelDescription;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.BaseModel;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.modelfile.ShownModelfile;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.domain.modelfile.VariantName;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Sizes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The Modelfile screen: opens documents, keeps drafts, looks up the base, saves and builds.
public final class ModelfileViewModel implements AutoCloseable {
  /// Where the trained maximum is not known, the slider ends here.
  private static final int USUAL_MAXIMUM = 262_144;

  private final Tasks tasks;
  private final ModelServer server;
  private final ModelfileStore store;
  private final Folders folders;
  private final LibraryModel library;
  private final ForecastModel forecast = new ForecastModel();
  private final BuildModel build;
  private final DraftKeeper keeper;
  private final ModelfileDocument document = new ModelfileDocument();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Optional<Message>> baseNote =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ContextScale> scale =
      new ReadOnlyObjectWrapper<>(new ContextScale(USUAL_MAXIMUM));
  private @Nullable ModelDescription base;
  private @Nullable ModelName lookedUp;
  private boolean opened;

  /// @param store the saved Modelfiles
  /// @param unsaved a folder for what was typed and not saved
  /// @param folders where the saved Modelfiles are, and the person's home
  public ModelfileViewModel(
      Tasks tasks,
      ModelServer server,
      ModelfileStore store,
      ModelfileStore unsaved,
      ServerMemory memory,
      Folders folders) {
    this.tasks = tasks;
    this.server = server;
    this.store = store;
    this.folders = folders;
    this.library = new LibraryModel(tasks, server, store, memory);
    this.build = new BuildModel(tasks, new BuildVariant(server));
    this.keeper = new DraftKeeper(tasks, unsaved, trouble -> build.tell(false, trouble.text()));
    document.modelfileProperty().subscribe(_ -> updateBase());
    document.draftProperty().subscribe(keeper::note);
    library.shelfProperty().subscribe(_ -> updateBase());
  }

  public ModelfileDocument document() {
    return document;
  }

  public LibraryModel library() {
    return library;
  }

  public ForecastModel forecast() {
    return forecast;
  }

  public BuildModel build() {
    return build;
  }

  /// The folder of saved Modelfiles as people write it.
  public String folder() {
    var folder = folders.modelfile();
    return folder.startsWith(folders.home())
        ? Path.of("~").resolve(folders.home().relativize(folder)).toString()
        : folder.toString();
  }

  /// Why nothing is known of the base, and what to do.
  public ReadOnlyObjectProperty<Optional<Message>> baseNoteProperty() {
    return baseNote.getReadOnlyProperty();
  }

  /// Ends at the base's trained maximum.
  public ReadOnlyObjectProperty<ContextScale> scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /// The base's trained maximum in tokens, where it is known.
  public Optional<Integer> trainedContext() {
    return Optional.ofNullable(base)
        .map(ModelDescription::shape)
        .flatMap(ModelShape::trainedContext);
  }

  public Optional<InstalledModel> installedBase() {
    return document.baseName().flatMap(library.shelf()::find);
  }

  /// Names of drafts with changes that are not saved.
  public boolean hasDraft(String name) {
    return Optional.ofNullable(drafts.get(Draft.keyOf(name))).filter(Draft::isEdited).isPresent();
  }

  public void setShown(boolean shown) {
    library.setShown(shown);
    keeper.setShown(shown);
    if (shown && !opened) {
      openFirstTemplate();
    }
  }

  /// Opens a saved Modelfile, or else the one of an installed model. A draft of it is continued.
  public void open(String name) {
    opened = true;
    putAway();
    var draft = drafts.get(Draft.keyOf(name));
    if (draft != null) {
      document.show(draft);
      return;
    }
    var parent = parentOf(name);
    tasks.run(
        _ -> keeper.restored(load(name, parent)),
        document::show,
        failure -> build.tell(false, failure.text()));
  }

  public void openFirstTemplate() {
    openTemplate(Template.ALL.getFirst());
  }

  /// Opens a template. What is saved or built under its name already is compared with it.
  public void openTemplate(Template template) {
    opened = true;
    putAway();
    var fresh = Draft.of(template);
    var draft = drafts.get(fresh.key());
    if (draft != null) {
      document.show(draft);
      return;
    }
    document.show(fresh);
    tasks.run(
        _ -> keeper.restored(load(fresh)),
        document::continueWith,
        failure -> build.tell(false, failure.text()));
  }

  public void setContext(int tokens) {
    document.setParameter("num_ctx", String.valueOf(tokens));
  }

  /// Takes over a context length as typed: `65536`, `65,536` or `64K`.
  ///
  /// @return whether it is one; one above the trained maximum is none
  public boolean setContext(String typed) {
    int most = trainedContext().orElse(Integer.MAX_VALUE);
    var tokens = Sizes.parse(typed);
    if (tokens.isEmpty() || tokens.getAsLong() < 1 || tokens.getAsLong() > most) {
      return false;
    }
    setContext((int) tokens.getAsLong());
    return true;
  }

  /// The context length that the file sets, in tokens.
  public Optional<Integer> context() {
    return document
        .modelfile()
        .contextLength()
        .filter(tokens -> tokens > 0 && tokens <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  public boolean canBuild() {
    return !build.runningProperty().get() && !document.hasErrors();
  }

  public void save() {
    store(saved -> build.tell(true, Message.of("modelfile.saved", saved.file())));
  }

  /// Builds what stands here, and saves it once it is built.
  public void startBuild() {
    build.start(
        document.nameProperty().get().strip(),
        document.modelfile(),
        folders,
        built -> {
          document.built(Modelfile.parse(built.description().modelfile()));
          library.refresh();
          if (document.isUnsaved()) {
            store(_ -> {});
          }
        });
  }

  private void store(Consumer<ModelfileStore.Saved> onSaved) {
    var name = document.nameProperty().get().strip();
    var file = document.modelfile();
    var before = document.draftProperty().get().saved().filter(saved -> saved.name().equals(name));
    tasks.run(
        _ -> store.save(name, file, before),
        saved -> {
          drafts.remove(document.draftProperty().get().key());
          document.saved(saved);
          library.refresh();
          onSaved.accept(saved);
        },
        failure -> build.tell(false, failure.text()));
  }

  private Draft load(String name, Optional<ModelName> parent) throws PortException {
    var saved = store.read(name);
    var installed = describe(name, saved.isPresent());
    if (saved.isPresent()) {
      return Draft.of(
          saved.get(), installed.map(ModelDescription::modelfile).map(Modelfile::parse));
    }
    var model =
        installed.orElseThrow(() ->
            new PortException(PortException.Kind.MISSING, Message.of("modelfile.notThere", name)));
    var shown = ShownModelfile.editable(model.modelfile(), parent.orElse(model.name()));
    return parent.isPresent()
        ? Draft.of(name, name, shown, Optional.of(Modelfile.parse(model.modelfile())))
        : Draft.of(name, VariantName.suggest(model.name()), shown, Optional.empty());
  }

  private Draft load(Draft template) throws PortException {
    var saved = store.read(template.name());
    var built =
        describe(template.name(), true).map(ModelDescription::modelfile).map(Modelfile::parse);
    return template.against(saved, built);
  }

  /// @param optional whether it does not matter that the server is away
  private Optional<ModelDescription> describe(String text, boolean optional) throws PortException {
    var name = ModelName.parse(text);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(server.describe(name.get()));
    } catch (PortException e) {
      if (optional || e.kind() == PortException.Kind.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// What an installed variant was built from, where that is installed too.
  private Optional<ModelName> parentOf(String name) {
    return ModelName.parse(name)
        .flatMap(library.shelf()::find)
        .flatMap(model -> ModelName.parse(model.parentModel()))
        .filter(parent -> library.shelf().find(parent).isPresent());
  }

  private void putAway() {
    var draft = document.draftProperty().get();
    if (draft.isEdited()) {
      drafts.put(draft.key(), draft);
    } else {
      drafts.remove(draft.key());
    }
    build.clear();
  }

  private void updateBase() {
    var name = document.baseName();
    var installed = name.flatMap(library.shelf()::find);
    if (installed.isEmpty()) {
      forget(name);
    } else if (base != null && base.name().equals(name.get())) {
      updateForecast();
    } else {
      lookUp(installed.get().name());
    }
  }

  private void lookUp(ModelName name) {
    if (lookedUp == null || !lookedUp.equals(name)) {
      lookedUp = name;
      tasks.run(_ -> server.describe(name), this::know, failure -> cannotKnow(failure.text()));
    }
  }

  private void know(ModelDescription found) {
    lookedUp = null;
    if (document.baseName().filter(found.name()::equals).isEmpty()) {
      updateBase();
      return;
    }
    base = found;
    baseNote.set(Optional.empty());
    document.setBaseModel(BaseModel.of(found));
    scale.set(new ContextScale(trainedContext().orElse(USUAL_MAXIMUM)));
    updateForecast();
  }

  private void forget(Optional<ModelName> name) {
    base = null;
    lookedUp = null;
    document.setBaseModel(BaseModel.UNKNOWN);
    var missing = name.map(model -> Message.of("modelfile.base.missing", model));
    baseNote.set(library.shelf().trouble().or(() -> missing));
    forecast.unknown(Message.of("modelfile.forecast.noBase"));
  }

  private void cannotKnow(Message reason) {
    lookedUp = null;
    baseNote.set(Optional.of(reason));
    forecast.unknown(reason);
  }

  private void updateForecast() {
    var shelf = library.shelf();
    if (base == null || shelf.server().isEmpty() || shelf.hardware().isEmpty()) {
      forecast.unknown(shelf.trouble().orElse(Message.of("modelfile.forecast.noBase")));
      return;
    }
    forecast.update(
        document.modelfile(), base.shape(), shelf.server().get(), shelf.hardware().get());
  }

  @Override
  public void close() {
    library.close();
    keeper.close();
  }
}
