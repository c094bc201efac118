package dev.switchyard.domain.endpoint.detect;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.Detection.Certainty;
import dev.switchyard.domain.endpoint.detect.Signs.Sign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out what answers at an address.
public final class DetectEndpoint {
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final Inquiry inquiry;

  public DetectEndpoint(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /// @throws PortException where nothing answers there at all
  public Detection at(EndpointUrl url) throws PortException {
    return judge(url, new Responses(inquiry.ask(url, Signs.QUESTIONS, LIMIT)));
  }

  /// Looks on this machine's loopback, at the port where each kind of server listens unless it is
  /// told otherwise, and nowhere else.
  public List<Detection> onStandardPorts() {
    var found = new ArrayList<Detection>();
    for (var kind : EndpointKind.values()) {
      EndpointUrl.parse("http://127.0.0.1:" + kind.port())
          .flatMap(this::answering)
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Detection> answering(EndpointUrl url) {
    try {
      return Optional.of(at(url));
    } catch (PortException _) {
      return Optional.empty();
    }
  }

  private static Detection judge(EndpointUrl url, Responses all) {
    var seen = Signs.ALL.stream().filter(sign -> sign.seen().test(all)).toList();
    var best =
        Arrays.stream(EndpointKind.values())
            .filter(kind -> weight(seen, kind) > 0)
            .max(Comparator.comparingInt(kind -> weight(seen, kind)));
    return new Detection(
        url,
        best.map(Known::of).orElseGet(() -> Known.unknown(Message.of("endpoint.kind.unknown"))),
        best.map(kind -> certainty(seen, kind)).orElse(Certainty.NONE),
        version(all),
        Messages.areSpoken(all),
        all.asksForToken(),
        evidence(seen, best));
  }

  /// What only one kind answers outweighs what others answer too.
  private static int weight(List<Sign> seen, EndpointKind kind) {
    return seen.stream()
        .filter(sign -> sign.kind() == kind)
        .mapToInt(sign -> sign.alone() ? Signs.ALL.size() : 1)
        .sum();
  }

  private static Certainty certainty(List<Sign> seen, EndpointKind kind) {
    var proofs = seen.stream().filter(Sign::alone).map(Sign::kind).distinct().toList();
    if (proofs.equals(List.of(kind))) {
      return Certainty.CERTAIN;
    }
    return weight(seen, kind) > 1 ? Certainty.LIKELY : Certainty.GUESS;
  }

  private static List<Message> evidence(List<Sign> seen, Optional<EndpointKind> best) {
    return seen.stream()
        .sorted(
            Comparator.<Sign, Boolean>comparing(sign -> !best.equals(Optional.of(sign.kind())))
                .thenComparing(sign -> !sign.alone()))
        .map(Sign::text)
        .toList();
  }

  private static Known<String> version(Responses all) {
    return all.fact("/api/version", "version")
        .or(() -> all.fact("/version", "version"))
        .or(() -> all.fact("/props", "build_info"))
        .map(Known::of)
        .orElseGet(() -> Known.unknown(Message.of("endpoint.version.untold")));
  }
}
