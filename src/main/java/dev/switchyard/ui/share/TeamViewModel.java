package dev.switchyard.ui.share;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.team.Consent;
import dev.switchyard.domain.team.TeamFile;
import dev.switchyard.domain.team.TeamReview;
import dev.switchyard.domain.team.TeamSharing;
import dev.switchyard.domain.team.TokenUse;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a shared file would change, from the first look to undo. Nothing is taken over before a
/// person has opened the review and agreed to all that needs it.
public final class TeamViewModel {
  private final Tasks tasks;
  private final Supplier<TeamSharing> sharing;
  private final Notices notices;
  private final Runnable onChanged;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Path> project = Optional.empty();
  private boolean shown;

  /// What is known of a file.
  public sealed interface State {
    /// There is no file, or nothing in it that is not so already.
    record Idle() implements State {}

    /// A project's file says something else than this machine, and nobody has asked for more.
    record Offered(TeamReview review) implements State {}

    record Asking() implements State {}

    record Reviewed(TeamReview review, Consent consent) implements State {
      /// What the person has to agree to before.
      public List<Message> missing() {
        return review.missing(consent);
      }
    }

    record Applying() implements State {}

    /// A project's file is there, and nothing of it is to be used as it stands.
    record Unusable(Message reason) implements State {}

    /// What the person asked for did not happen, and nothing was changed.
    record Failed(Message reason) implements State {}
  }

  /// @param sharing made when a file is looked at for the first time
  /// @param onChanged told when endpoints, Modelfiles or routes were written
  public TeamViewModel(
      Tasks tasks, Supplier<TeamSharing> sharing, Notices notices, Runnable onChanged) {
    this.tasks = tasks;
    this.sharing = sharing;
    this.notices = notices;
    this.onChanged = onChanged;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Nothing is read while it is not shown.
  public void setShown(boolean shown) {
    this.shown = shown;
    look();
  }

  /// The project whose file is looked for; the same one again changes nothing that is being read.
  public void setProject(Optional<Path> folder) {
    boolean isSame = folder.equals(project);
    project = folder;
    if (!isSame) {
      state.set(new State.Idle());
    }
    look();
  }

  private void look() {
    if (!shown || project.isEmpty() || !isQuiet()) {
      return;
    }
    var folder = project.get();
    tasks.run(_ -> offer(folder), found -> show(folder, found), failure -> fail(folder, failure));
  }

  private boolean isQuiet() {
    return state.get() instanceof State.Idle
        || state.get() instanceof State.Offered
        || state.get() instanceof State.Unusable;
  }

  private Optional<TeamReview> offer(Path folder) throws PortException {
    var file = folder.resolve(TeamFile.NAME);
    var team = sharing.get();
    if (!team.files().exists(file)) {
      return Optional.empty();
    }
    return Optional.of(review(file, Optional.of(folder)))
        .filter(review -> !review.changesNothing());
  }

  private TeamReview review(Path file, Optional<Path> folder) throws PortException {
    var team = sharing.get();
    return team.imports().review(team.read(file), folder, Optional.empty());
  }

  private void show(Path folder, Optional<TeamReview> found) {
    if (project.filter(folder::equals).isPresent() && isQuiet()) {
      state.set(found.<State>map(State.Offered::new).orElseGet(State.Idle::new));
    }
  }

  private void fail(Path folder, PortException failure) {
    if (project.filter(folder::equals).isPresent() && isQuiet()) {
      state.set(new State.Unusable(failure.text()));
    }
  }

  /// Opens the review of what was offered.
  public void open() {
    if (state.get() instanceof State.Offered(var review)) {
      state.set(new State.Reviewed(review, Consent.NONE));
    }
  }

  /// Opens the review of any file; a route in it is left out, unless it is a project's own file.
  public void open(Path file) {
    state.set(new State.Asking());
    tasks.run(
        _ -> review(file, TeamSharing.projectOf(file)),
        review -> state.set(new State.Reviewed(review, Consent.NONE)),
        failure -> state.set(new State.Failed(failure.text())));
  }

  public void setReplace(boolean replace) {
    if (state.get() instanceof State.Reviewed(var review, var consent)) {
      state.set(new State.Reviewed(review, consent.replacing(replace)));
    }
  }

  /// @param use as it was shown
  public void setAllowed(TokenUse use, boolean allowed) {
    if (state.get() instanceof State.Reviewed(var review, var consent)) {
      state.set(new State.Reviewed(review, consent.with(use, allowed)));
    }
  }

  /// Takes over what is shown, where everything that needs it was agreed to.
  public void apply() {
    if (state.get() instanceof State.Reviewed reviewed && reviewed.missing().isEmpty()) {
      state.set(new State.Applying());
      tasks.perform(
          _ -> sharing.get().imports().apply(reviewed.review(), reviewed.consent()),
          this::applied,
          failure -> state.set(new State.Failed(failure.text())));
    }
  }

  private void applied() {
    state.set(new State.Idle());
    notices.show(
        Notices.Kind.INFO,
        Message.of("team.applied"),
        Optional.of(new Notices.Action("team.undo", this::undo)));
    onChanged.run();
    look();
  }

  /// Takes the last import back.
  public void undo() {
    tasks.run(
        _ -> sharing.get().imports().undo(),
        notes -> {
          notices.show(
              Notices.Kind.INFO,
              Message.of(notes.isPresent() ? "team.undone" : "team.nothing-to-undo"));
          notes.ifPresent(all -> all.forEach(note -> notices.show(Notices.Kind.WARNING, note)));
          onChanged.run();
          look();
        },
        failure -> notices.show(Notices.Kind.ERROR, failure.text()));
  }

  /// Writes all endpoints and variants into a file, over what the person chose to replace.
  public void export(Path file) {
    tasks.perform(
        _ -> {
          var team = sharing.get();
          var setup = team.exports().setup(team.exports().everything());
          team.files().write(file, TeamFile.write(setup), true);
        },
        () -> notices.show(Notices.Kind.SUCCESS, Message.of("team.exported", file.toString())),
        failure -> notices.show(Notices.Kind.ERROR, failure.text()));
  }

  /// Back to the note, or to nothing. Nothing was changed.
  public void cancel() {
    state.set(new State.Idle());
    look();
  }
}
