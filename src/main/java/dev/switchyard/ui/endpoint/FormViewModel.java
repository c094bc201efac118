package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.endpoint.profile.EndpointDraft;
import dev.switchyard.domain.endpoint.profile.EndpointDraft.Part;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.ProposedName;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.ui.task.Tasks;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// One endpoint that is being named or changed: what is typed, and what is wrong with it. It is one
/// for each time that the form opens, so that nothing of what was typed outlives it.
public final class FormViewModel {
  /// What entries in a store of passwords are called until the endpoint has a name.
  private static final String ANY_NAME = "team";

  private final Tasks tasks;
  private final Endpoints endpoints;
  private final Set<String> takenNames;
  private final Optional<EndpointProfile> before;
  private final Consumer<EndpointProfile> onSaved;
  private final AddressModel address;
  private final TokenModel token;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable EndpointKind> kind = new SimpleObjectProperty<>();
  private final StringProperty caFile = new SimpleStringProperty("");
  private final StringProperty connectSeconds = new SimpleStringProperty();
  private final StringProperty answerSeconds = new SimpleStringProperty();
  private final Set<Part> touched = EnumSet.noneOf(Part.class);
  private final ReadOnlyObjectWrapper<Map<Part, Message>> problems =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String proposed = "";

  /// @param all what is listed
  /// @param before what is changed; empty for a new one
  /// @param onSaved told of what was kept
  FormViewModel(
      Tasks tasks,
      Endpoints endpoints,
      EndpointSurroundings surroundings,
      List<EndpointRow> all,
      Optional<EndpointProfile> before,
      Consumer<EndpointProfile> onSaved) {
    this.tasks = tasks;
    this.endpoints = endpoints;
    this.before = before;
    this.onSaved = onSaved;
    var others =
        all.stream().filter(row -> before.isEmpty() || !row.profile().equals(before)).toList();
    this.takenNames =
        others.stream().flatMap(row -> row.name().stream()).collect(Collectors.toSet());
    this.address = new AddressModel(tasks, surroundings.detect(), others, this::answered);
    this.token = new TokenModel(surroundings.system(), surroundings.isSet());
    fill(before.map(EndpointProfile::limits).orElse(TimeLimits.USUAL));
    before.ifPresent(this::fill);
    follow(address.textProperty(), Part.ADDRESS, this::proposeName);
    follow(name, Part.NAME, () -> {});
    follow(kind, Part.KIND, this::proposeName);
    follow(token.textProperty(), Part.TOKEN, () -> {});
    // After the text, which a choice empties: nothing is wrong with it yet.
    token
        .choiceProperty()
        .addListener((_, _, _) -> {
          touched.remove(Part.TOKEN);
          update();
        });
    follow(caFile, Part.CA_FILE, () -> {});
    follow(connectSeconds, Part.LIMITS, () -> {});
    follow(answerSeconds, Part.LIMITS, () -> {});
    update();
  }

  private void fill(TimeLimits limits) {
    connectSeconds.set(String.valueOf(limits.connect().toSeconds()));
    answerSeconds.set(String.valueOf(limits.answer().toSeconds()));
  }

  private void fill(EndpointProfile profile) {
    address.textProperty().set(profile.url().toString());
    name.set(profile.name());
    kind.set(profile.kind());
    token.fill(profile.token());
    caFile.set(profile.caFile().map(Object::toString).orElse(""));
  }

  private void follow(ObservableValue<?> property, Part part, Runnable then) {
    property.addListener((_, _, _) -> {
      touched.add(part);
      failure.set(Optional.empty());
      then.run();
      update();
    });
  }

  /// As long as the person has not called it otherwise.
  private void proposeName() {
    if (before.isPresent() || !name.get().equals(proposed)) {
      return;
    }
    proposed =
        address
            .url()
            .map(url -> ProposedName.of(url, Optional.ofNullable(kind.get()), takenNames))
            .orElse("");
    name.set(proposed);
    if (proposed.isEmpty()) {
      touched.remove(Part.NAME);
    }
  }

  private EndpointDraft draft() {
    return new EndpointDraft(
        address.textProperty().get(),
        name.get(),
        Optional.ofNullable(kind.get()),
        token.source(),
        caFile.get(),
        connectSeconds.get(),
        answerSeconds.get());
  }

  private void update() {
    var shown = new EnumMap<Part, Message>(Part.class);
    draft()
        .problems()
        .forEach((part, text) -> {
          if (touched.contains(part)) {
            shown.put(part, text);
          }
        });
    if (takenNames.contains(name.get())) {
      shown.put(Part.NAME, Message.of("endpoints.form.name-taken", name.get()));
    }
    problems.set(shown);
  }

  /// Begins with what was found at an address.
  void begin(Detection found) {
    address.begin(found);
  }

  /// Begins with a server that has no name yet.
  void begin(EndpointUrl url, EndpointKind known) {
    kind.set(known);
    address.textProperty().set(url.toString());
  }

  /// Asks the address what it is, and takes over what it says.
  public void detect() {
    touched.add(Part.ADDRESS);
    update();
    address.ask();
  }

  /// A guess is not written down as what the person has.
  private void answered(Detection found) {
    if (found.certainty() != Detection.Certainty.GUESS) {
      found.kind().toOptional().ifPresent(kind::set);
    }
  }

  /// Keeps it. Where something is wrong nothing is written, and all of it is told.
  public void save() {
    touched.addAll(EnumSet.allOf(Part.class));
    update();
    if (!problems.get().isEmpty()) {
      return;
    }
    var draft = draft();
    tasks.run(
        _ -> {
          var profile = draft.profile();
          if (before.isPresent()) {
            endpoints.replace(before.get().name(), profile);
          } else {
            endpoints.add(profile, false);
          }
          return profile;
        },
        onSaved,
        why -> failure.set(Optional.of(why.text())));
  }

  /// Lets go of all that was typed.
  void forget() {
    address.stop();
    address.textProperty().set("");
    token.forget();
  }

  /// What it was called until now; empty for a new one.
  public Optional<String> nameBefore() {
    return before.map(EndpointProfile::name);
  }

  public AddressModel address() {
    return address;
  }

  public TokenModel token() {
    return token;
  }

  public StringProperty nameProperty() {
    return name;
  }

  /// A name that entries of the same endpoint elsewhere can have.
  public String entryName() {
    return name.get().isBlank() || problems.get().containsKey(Part.NAME) ? ANY_NAME : name.get();
  }

  /// Null until it is known.
  public ObjectProperty<@Nullable EndpointKind> kindProperty() {
    return kind;
  }

  public StringProperty caFileProperty() {
    return caFile;
  }

  public StringProperty connectSecondsProperty() {
    return connectSeconds;
  }

  public StringProperty answerSecondsProperty() {
    return answerSeconds;
  }

  /// What is wrong with what the person has touched.
  public ReadOnlyObjectProperty<Map<Part, Message>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /// Why it could not be kept.
  public ReadOnlyObjectProperty<Optional<Message>> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
