package dev.switchyard.domain.whereabouts;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Detection;
import dev.switchyard.domain.health.SideBySide;
import dev.switchyard.domain.whereabouts.Place.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The use case that finds the address by which a server is seen from where Claude Code runs.
public final class ReachServer {
  private final PlaceReader places;
  private final DetectEndpoint detect;
  private final SideBySide side;

  public ReachServer(PlaceReader places, DetectEndpoint detect, SideBySide side) {
    this.places = places;
    this.detect = detect;
    this.side = side;
  }

  /// @param answer what answers there, or why nothing does
  public record Tried(Candidate candidate, Known<Detection> answer) {}

  /// @param tried in the order of the candidates
  public record Found(Place place, List<Tried> tried) {
    /// The first that answers.
    public Optional<Tried> best() {
      return tried.stream().filter(one -> one.answer() instanceof Known.Value).findFirst();
    }
  }

  private record At(int number, Tried tried) {}

  /// Where this program runs itself.
  public Place here() {
    return places.read().place();
  }

  /// Tries all candidates of this place at once, without any credential.
  ///
  /// @throws PortException CANCELLED
  public Found fromHere(int port) throws PortException {
    var place = here();
    var candidates = place.candidates(port);
    var tried = new ArrayList<At>();
    side.<At>run(
        IntStream.range(0, candidates.size())
            .<SideBySide.Work<At>>mapToObj(
                number -> tell -> tell.accept(new At(number, attempt(candidates.get(number)))))
            .toList(),
        tried::add);
    return new Found(
        place, tried.stream().sorted(Comparator.comparingInt(At::number)).map(At::tried).toList());
  }

  private Tried attempt(Candidate candidate) {
    try {
      return new Tried(candidate, Known.of(detect.at(candidate.url())));
    } catch (PortException e) {
      return new Tried(candidate, Known.unknown(e.text()));
    }
  }
}
