package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.fit.Correction;
import dev.switchyard.domain.model.InstalledModel;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.modelfile.BuildVariant;
import dev.switchyard.domain.modelfile.Folders;
import dev.switchyard.domain.modelfile.ModelfileStore;
import dev.switchyard.domain.modelfile.ServerMemory;
import dev.switchyard.domain.modelfile.Template;
import dev.switchyard.domain.setup.SmallerModels;
import dev.switchyard.domain.truth.ReadServerSettings;
import dev.switchyard.ui.task.Tasks;
import dev.switchyard.ui.text.Sizes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The Modelfile screen: opens documents, keeps drafts, looks up the base, saves and builds.
public final class ModelfileViewModel implements AutoCloseable {
  /// Where the trained maximum is not known, the slider ends here.
  private static final int USUAL_MAXIMUM = 262_144;

  private final Tasks tasks;
  private final ModelfileStore store;
  private final Folders folders;
  private final DocumentSource source;
  private final LibraryModel library;
  private final PlannedMachine machine;
  private final ForecastModel forecast;
  private final BuildModel build;
  private final DraftKeeper keeper;
  private final BaseLookup base;
  private final ModelfileDocument document = new ModelfileDocument();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<ContextScale> scale =
      new ReadOnlyObjectWrapper<>(new ContextScale(USUAL_MAXIMUM));
  private String wanted = "";

  /// @param store the saved Modelfiles
  /// @param unsaved a folder for what was typed and not saved
  /// @param memory what the server may load into, or the planned machine
  /// @param machine the machine that forecasts are for
  /// @param settings how the server loads models
  /// @param correction what earlier loads have shown of forecasts
  /// @param folders where the saved Modelfiles are, and the person's home
  public ModelfileViewModel(
      Tasks tasks,
      ModelServer server,
      ModelfileStore store,
      ModelfileStore unsaved,
      ServerMemory memory,
      PlannedMachine machine,
      ReadServerSettings settings,
      Correction correction,
      Folders folders,
      Clock clock) {
    this.tasks = tasks;
    this.source = new DocumentSource(server, store);
    this.store = store;
    this.folders = folders;
    this.machine = machine;
    this.forecast = new ForecastModel(tasks, correction, new SmallerModels(server));
    this.library = new LibraryModel(tasks, server, store, memory, settings);
    this.build = new BuildModel(tasks, new BuildVariant(server), clock);
    this.keeper = new DraftKeeper(tasks, unsaved, trouble -> build.tell(false, trouble.text()));
    this.base = new BaseLookup(tasks, server, document, library);
    document.draftProperty().subscribe(keeper::note);
    base.foundProperty().subscribe(_ -> showBase());
    document.modelfileProperty().subscribe(_ -> updateForecast());
    library.shelfProperty().subscribe(_ -> updateForecast());
    machine.machineProperty().subscribe((_, _) -> library.refresh());
  }

  public ModelfileDocument document() {
    return document;
  }

  public LibraryModel library() {
    return library;
  }

  /// The machine that forecasts are for.
  public PlannedMachine machine() {
    return machine;
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
    return base.noteProperty();
  }

  /// Ends at the base's trained maximum.
  public ReadOnlyObjectProperty<ContextScale> scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /// The base's trained maximum in tokens, where it is known.
  public Optional<Integer> trainedContext() {
    return base.foundProperty().get().flatMap(found -> found.shape().trainedContext());
  }

  public Optional<InstalledModel> installedBase() {
    return document.baseName().flatMap(library.shelf()::find);
  }

  /// Whether there are unsaved changes to the saved Modelfile of this name.
  public boolean hasDraft(String name) {
    return drafts.containsKey(Draft.keyOf(name));
  }

  /// Whether there are unsaved changes to the Modelfile of this installed model.
  public boolean hasDraftOfInstalled(String name) {
    return drafts.containsKey(Draft.keyOfInstalled(name));
  }

  public void setShown(boolean shown) {
    library.setShown(shown);
    keeper.setShown(shown);
    if (shown && wanted.isEmpty()) {
      openFirstTemplate();
    }
  }

  /// Opens a saved Modelfile, or else the one of an installed model. A draft of it is continued.
  public void open(String name) {
    open(Draft.keyOf(name), () -> source.named(name), document::show);
  }

  /// Opens it with another context length set, in tokens.
  public void open(String name, int tokens) {
    open(
        Draft.keyOf(name),
        () -> source.named(name),
        draft -> {
          document.show(draft);
          setContext(tokens);
        });
    // A draft is there at once.
    if (document.draftProperty().get().key().equals(Draft.keyOf(name))) {
      setContext(tokens);
    }
  }

  /// Opens the Modelfile that the server has, also where another one is saved under its name.
  public void openInstalled(String name) {
    open(Draft.keyOfInstalled(name), () -> source.installed(name), document::show);
  }

  public void openFirstTemplate() {
    openTemplate(Template.ALL.getFirst());
  }

  /// Opens a template. What is saved or built under its name already is compared with it.
  public void openTemplate(Template template) {
    var fresh = Draft.of(template);
    if (!drafts.containsKey(fresh.key())) {
      putAway();
      document.show(fresh);
    }
    open(fresh.key(), () -> source.template(template), document::continueWith);
  }

  private interface Fetch {
    Draft get() throws PortException;
  }

  private void open(String key, Fetch fetch, Consumer<Draft> onFetched) {
    wanted = key;
    putAway();
    var draft = drafts.get(key);
    if (draft != null) {
      document.show(draft);
    } else {
      tasks.run(
          _ -> keeper.restored(fetch.get()),
          fetched -> {
            // Another document may have been asked for meanwhile.
            if (wanted.equals(key)) {
              onFetched.accept(fetched);
            }
          },
          failure -> build.tell(false, failure.text()));
    }
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
          document.built(built.description());
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

  private void putAway() {
    var draft = document.draftProperty().get();
    if (draft.isEdited()) {
      drafts.put(draft.key(), draft);
    } else {
      drafts.remove(draft.key());
    }
    build.clear();
  }

  private void showBase() {
    scale.set(new ContextScale(trainedContext().orElse(USUAL_MAXIMUM)));
    updateForecast();
  }

  private void updateForecast() {
    var shelf = library.shelf();
    var known = base.foundProperty().get();
    if (known.isPresent() && shelf.server().isPresent() && shelf.hardware().isPresent()) {
      forecast.ask(
          Forecast.Question.of(
              document.modelfile(),
              known.get().shape(),
              shelf.server().get(),
              shelf.settings(),
              shelf.hardware().get()));
    } else {
      forecast.unknown(shelf.trouble().orElse(Message.of("modelfile.forecast.noBase")));
    }
  }

  @Override
  public void close() {
    library.close();
    keeper.close();
  }
}
