package dev.switchyard.ui.endpoint;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An address as it is being typed: what it will be, what is to be said about it, and what answers
/// there.
public final class AddressModel {
  private final Tasks tasks;
  private final DetectEndpoint detect;
  private final List<EndpointRow> others;
  private final Consumer<Detection> onAnswer;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Asking> asking =
      new ReadOnlyObjectWrapper<>(new Asking.None());
  private Optional<Tasks.Running> question = Optional.empty();

  /// What is to be said about an address.
  ///
  /// @param warning whether the person should think again
  public record Note(boolean warning, Message text) {}

  /// What an address was asked, and what it said.
  public sealed interface Asking {
    record None() implements Asking {}

    record Waiting() implements Asking {}

    record Answered(Detection detection) implements Asking {}

    record Failed(Message reason) implements Asking {}
  }

  /// @param others endpoints that are listed beside this one
  /// @param onAnswer told of what answers there
  AddressModel(
      Tasks tasks, DetectEndpoint detect, List<EndpointRow> others, Consumer<Detection> onAnswer) {
    this.tasks = tasks;
    this.detect = detect;
    this.others = others;
    this.onAnswer = onAnswer;
    text.addListener((_, _, _) -> changed());
  }

  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<List<Note>> notesProperty() {
    return notes.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Asking> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /// As it would be kept; empty where it is none yet.
  Optional<EndpointUrl> url() {
    return text.get().isBlank() ? Optional.empty() : EndpointUrl.parse(text.get());
  }

  private void changed() {
    stop();
    asking.set(new Asking.None());
    notes.set(url().map(this::notes).orElse(List.of()));
  }

  private List<Note> notes(EndpointUrl url) {
    var found = new ArrayList<Note>();
    if (url.strippedV1()) {
      found.add(new Note(false, Message.of("settings.server.stripped")));
    }
    if (!text.get().strip().equals(url.toString())) {
      found.add(new Note(false, Message.of("endpoints.form.becomes", url.toString())));
    }
    others.stream()
        .filter(row -> row.profile().isPresent() && row.url().uri().equals(url.uri()))
        .findFirst()
        .ifPresent(row ->
            found.add(new Note(true, Message.of("endpoints.form.same-address", row.title()))));
    if (!url.isLoopback()) {
      boolean inClear = "http".equals(url.uri().getScheme());
      found.add(
          new Note(
              inClear,
              Message.of(inClear ? "endpoint.profile.in-clear" : "endpoints.form.leaves")));
    }
    return found;
  }

  /// Begins with what was found at an address.
  void begin(Detection found) {
    text.set(found.url().toString());
    answered(found);
  }

  /// Asks it what it is. Does nothing where it is none yet.
  void ask() {
    stop();
    url()
        .ifPresent(url -> {
          asking.set(new Asking.Waiting());
          question =
              Optional.of(
                  tasks.run(
                      _ -> detect.at(url),
                      found -> heard(url, () -> answered(found)),
                      why -> heard(url, () -> asking.set(new Asking.Failed(why.text())))));
        });
  }

  /// An answer about another address comes too late.
  private void heard(EndpointUrl asked, Runnable answer) {
    if (asking.get() instanceof Asking.Waiting && url().equals(Optional.of(asked))) {
      answer.run();
    }
  }

  private void answered(Detection found) {
    asking.set(new Asking.Answered(found));
    onAnswer.accept(found);
  }

  void stop() {
    question.ifPresent(Tasks.Running::cancel);
    question = Optional.empty();
  }
}
