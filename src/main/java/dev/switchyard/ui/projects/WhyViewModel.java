package dev.switchyard.ui.projects;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.ProjectRoutes.ProjectRoute;
import dev.switchyard.domain.route.RouteSentence;
import dev.switchyard.domain.route.RoutesByStart;
import dev.switchyard.domain.route.StartedFrom;
import dev.switchyard.ui.task.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the chosen project's requests go and why, for one way of starting Claude Code; and what a
/// model's name would do that is typed there.
public final class WhyViewModel {
  private final Tasks tasks;
  private final Questions questions;
  private final ReadOnlyObjectProperty<Optional<ProjectRoute>> selected;
  private final Runnable lookAgain;
  private final ReadOnlyObjectWrapper<Optional<EffectiveRoute>> route =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Message>> differences =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<StartedFrom> from =
      new ReadOnlyObjectWrapper<>(StartedFrom.TERMINAL);
  private final ReadOnlyBooleanWrapper choosing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Message>> answer =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean wanted;

  /// What is asked of the rest of the program.
  public interface Questions {
    /// What `/model NAME` would do under a route; may block.
    List<Message> explain(EffectiveRoute route, String model);

    /// Forgets what is known of the environments, so that the next look asks again; waits while one
    /// is being asked.
    void forget();
  }

  /// @param lookAgain reads the routes anew
  WhyViewModel(
      Tasks tasks,
      Questions questions,
      ReadOnlyObjectProperty<Optional<ProjectRoute>> selected,
      Runnable lookAgain) {
    this.tasks = tasks;
    this.questions = questions;
    this.selected = selected;
    this.lookAgain = lookAgain;
    selected.subscribe(_ -> update());
  }

  /// The route from the chosen way of starting.
  public ReadOnlyObjectProperty<Optional<EffectiveRoute>> routeProperty() {
    return route.getReadOnlyProperty();
  }

  /// One sentence for each other way of starting from which it is not so.
  public ReadOnlyObjectProperty<List<Message>> differencesProperty() {
    return differences.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StartedFrom> fromProperty() {
    return from.getReadOnlyProperty();
  }

  /// Whether the ways of starting are offered: where they differ, and where they were asked for.
  public ReadOnlyBooleanProperty choosingProperty() {
    return choosing.getReadOnlyProperty();
  }

  /// What was said of the last model that was asked about; empty before.
  public ReadOnlyObjectProperty<List<Message>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /// Offers the ways of starting also where they make no difference.
  public void offerWays() {
    wanted = true;
    update();
  }

  public void startFrom(StartedFrom way) {
    from.set(way);
    update();
  }

  /// Asks for the environments anew, and shows what comes of it.
  public void askAgain() {
    tasks.perform(_ -> questions.forget(), lookAgain, _ -> {});
  }

  /// Finds out what `/model` with this name would do.
  public void ask(String model) {
    var asked = route.get();
    if (model.isBlank() || asked.isEmpty()) {
      answer.set(List.of());
      return;
    }
    tasks.run(
        _ -> questions.explain(asked.get(), model),
        found -> {
          // Meanwhile another project or another way may be looked at.
          if (asked.equals(route.get())) {
            answer.set(found);
          }
        },
        failure -> answer.set(List.of(failure.text())));
  }

  private void update() {
    var routes = selected.get().flatMap(row -> row.routes().toOptional());
    boolean offered = wanted || routes.filter(RoutesByStart::differ).isPresent();
    if (!offered) {
      from.set(StartedFrom.TERMINAL);
    }
    choosing.set(offered);
    var shown = routes.map(all -> all.of(from.get()));
    if (!shown.equals(route.get())) {
      answer.set(List.of());
      route.set(shown);
    }
    differences.set(
        routes.map(all -> RouteSentence.differences(all, from.get())).orElse(List.of()));
  }
}
