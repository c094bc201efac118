package dev.switchyard.domain.probe;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.ProgramSearch;
import dev.switchyard.domain.route.EffectiveRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is proven of a route as it is now. A proof counts only while everything that decided about
/// the route then is as it was. Cheap enough to be asked every few seconds.
public final class RouteProofs {
  private final ProofStore store;
  private final ProgramSearch search;
  private final ProgramStamps stamps;

  public RouteProofs(ProofStore store, ProgramSearch search, ProgramStamps stamps) {
    this.store = store;
    this.search = search;
    this.stamps = stamps;
  }

  public Standing standing(EffectiveRoute route) {
    var last = last(route.folder());
    var holds =
        last.filter(proof -> proof.fingerprint().equals(fingerprint(route, proof.program())));
    return new Standing(holds, Prospect.of(route, last));
  }

  /// The length of the first prompt in tokens, as the server counted it in a proof that holds. What
  /// it has cut says nothing of how long it was.
  public Optional<Long> measuredPrompt(EffectiveRoute route) {
    return standing(route)
        .proof()
        .flatMap(proof -> proof.where().toOptional())
        .filter(seen -> !seen.isCut())
        .flatMap(WhereSeen::promptTokens);
  }

  private Optional<Proof> last(Path folder) {
    try {
      return store.find(folder);
    } catch (PortException _) {
      // What cannot be read proves nothing.
      return Optional.empty();
    }
  }

  void remember(Proof proof) throws PortException {
    store.save(proof);
  }

  /// @param program the Claude Code that is run where `PATH` names none
  String fingerprint(EffectiveRoute route, Path program) {
    var stamp =
        Stream.concat(search.onPath("claude").stream(), List.of(program).stream())
            .flatMap(path -> stamps.of(path).stream())
            .findFirst()
            .orElse("");
    return RouteFingerprint.of(route, stamp);
  }
}
