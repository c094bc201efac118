package dev.switchyard.domain.route.watch;

import dev.switchyard.domain.FileChange;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.Destination;
import dev.switchyard.domain.route.EffectiveRoute;
import dev.switchyard.domain.route.RouteSentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files that decide routes have changed, and what became of the routes.
///
/// @param files what changed
/// @param folders all folders that these files have a say in
/// @param own whether Switchyard did it
public record RouteNews(List<FileChange> files, List<Affected> folders, boolean own) {
  /// One folder's route.
  ///
  /// @param folder the project; empty for the default route
  /// @param before empty where it was not known
  /// @param after empty where it is not known
  public record Affected(
      Optional<Path> folder, Optional<EffectiveRoute> before, Optional<EffectiveRoute> after) {
    /// Whether requests go elsewhere, name another model or carry another kind of credential, or
    /// something has become wrong.
    boolean isRerouted() {
      return !before.map(Essence::of).equals(after.map(Essence::of));
    }
  }

  private record Essence(
      Destination destination,
      String baseUrl,
      Optional<String> model,
      EffectiveRoute.Credential credential,
      boolean errors) {
    static Essence of(EffectiveRoute route) {
      return new Essence(
          route.destination(),
          route.baseUrl(),
          route.model(),
          route.credential(),
          route.hasErrors());
    }
  }

  public RouteNews {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  public List<Affected> rerouted() {
    return folders.stream().filter(Affected::isRerouted).toList();
  }

  /// Whether a person should be told: somebody else changed where requests go.
  public boolean isForPerson() {
    return !own && !rerouted().isEmpty();
  }

  /// What it means, in one sentence.
  ///
  /// @throws IllegalStateException where no route has changed
  public Message text() {
    var rerouted = rerouted();
    if (rerouted.isEmpty()) {
      throw new IllegalStateException("no route has changed");
    }
    var file = files.getFirst().file().toString();
    var first = rerouted.getFirst();
    return rerouted.size() == 1
        ? Message.of("watch.news.one", file, name(first), place(first))
        : Message.of("watch.news.many", file, name(first), place(first), rerouted.size() - 1);
  }

  private static Object name(Affected one) {
    return one.folder()
        .<Object>map(folder -> String.valueOf(folder.getFileName()))
        .orElse(Message.of("watch.default-route"));
  }

  private static Message place(Affected one) {
    if (one.after().isEmpty()) {
      return Message.of("watch.to.unknown");
    }
    var route = one.after().get();
    return switch (route.destination()) {
      case LOCAL, OTHER ->
          route
              .model()
              .map(model -> Message.of("watch.to.model", RouteSentence.host(route), model))
              .orElseGet(() -> Message.of("watch.to.host", RouteSentence.host(route)));
      case CLOUD ->
          route
              .model()
              .map(model -> Message.of("watch.to.cloud-model", model))
              .orElseGet(() -> Message.of("watch.to.cloud"));
      case UNUSABLE -> Message.of("watch.to.nowhere", route.baseUrl());
    };
  }
}
