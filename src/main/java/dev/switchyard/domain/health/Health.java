package dev.switchyard.domain.health;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How one endpoint is: a row of the table. While it is being checked, what is still to be found
/// out is unknown for [#PENDING].
///
/// @param subject what was checked, and for what
/// @param reach whether it can be asked; all else is unknown where it cannot
/// @param admission whether it lets requests in
/// @param listed the models that it lists, in its order and by its own names
/// @param models whether it has those of the wish, in its order; nothing where none is wished for
/// @param speaksMessages whether it takes requests at `/v1/messages`, as Claude Code sends them
/// @param latency of requests that compute nothing
/// @param firstToken unknown also where it was not asked for
public record Health(
    HealthSubject subject,
    Known<Reach> reach,
    Known<Admission> admission,
    Known<List<String>> listed,
    Known<List<ModelPresence>> models,
    Known<Boolean> speaksMessages,
    Known<Latency> latency,
    Known<FirstToken> firstToken) {
  /// Why something is unknown of which the answer is on its way.
  public static final Message PENDING = Message.of("endpoint.health.pending");

  /// What all of it comes to.
  public enum Verdict {
    /// Everything that matters was seen to be so.
    WELL("well"),
    /// Something is not so, or could not be found out.
    NOT_WELL("not-well"),
    UNREACHABLE("unreachable");

    private final String id;

    Verdict(String id) {
      this.id = id;
    }

    /// As scripts name it.
    public String id() {
      return id;
    }
  }

  /// Of what is known so far.
  public Verdict verdict() {
    if (reach.toOptional().filter(Reach.Blocked.class::isInstance).isPresent()) {
      return Verdict.UNREACHABLE;
    }
    return objections().isEmpty() ? Verdict.WELL : Verdict.NOT_WELL;
  }

  /// Whether the last of the answers is here.
  public boolean isComplete() {
    return Stream.of(reach, admission, listed, models, speaksMessages, latency, firstToken)
        .noneMatch(fact -> fact.equals(Known.unknown(PENDING)));
  }

  /// All that is not as it should be, or that could not be found out: what happened, why, and what
  /// to do next. What was not wished for is none.
  public List<Message> objections() {
    return switch (reach) {
      case Known.Unknown<Reach>(var reason) -> List.of(reason);
      case Known.Value<Reach>(Reach.Blocked(var obstacle)) -> List.of(obstacle.text(subject.url()));
      case Known.Value<Reach>(Reach.Answers _) ->
          Stream.of(
                  ofAdmission().stream(),
                  ofMessages().stream(),
                  ofModels(),
                  reason(latency).stream(),
                  ofFirstToken().stream())
              .flatMap(all -> all)
              .distinct()
              .toList();
    };
  }

  private Optional<Message> ofAdmission() {
    return switch (admission) {
      case Known.Unknown<Admission> _ -> reason(admission);
      case Known.Value<Admission>(var admitted) when admitted == Admission.REFUSED ->
          Optional.of(Message.of("endpoint.health.not-admitted", subject.name()));
      case Known.Value<Admission> _ -> Optional.empty();
    };
  }

  /// Behind a closed door it cannot be known, and the door is named already.
  private Optional<Message> ofMessages() {
    return switch (speaksMessages) {
      case Known.Value<Boolean>(var speaks) when !speaks ->
          Optional.of(Message.of("cli.endpoint.speaks-not"));
      case Known.Unknown<Boolean> _ when !isShut() -> reason(speaksMessages);
      default -> Optional.empty();
    };
  }

  private Stream<Message> ofModels() {
    return switch (models) {
      case Known.Value<List<ModelPresence>>(var all) ->
          all.stream()
              .filter(ModelPresence.Missing.class::isInstance)
              .map(missing ->
                  Message.of("endpoint.health.no-model", subject.name(), missing.asked()));
      case Known.Unknown<List<ModelPresence>> _
          when isShut() || subject.wish().models().isEmpty() ->
          Stream.empty();
      case Known.Unknown<List<ModelPresence>> _ -> reason(models).stream();
    };
  }

  private Optional<Message> ofFirstToken() {
    return subject.wish().firstToken() && !isShut() ? reason(firstToken) : Optional.empty();
  }

  private boolean isShut() {
    return admission.equals(Known.of(Admission.REFUSED));
  }

  private static <T> Optional<Message> reason(Known<T> fact) {
    return fact instanceof Known.Unknown<T>(var reason) && !Objects.equals(reason, PENDING)
        ? Optional.of(reason)
        : Optional.empty();
  }
}
