package dev.switchyard.adapter.anthropic;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.capability.Evidence;
import dev.switchyard.domain.capability.Exchange;
import dev.switchyard.domain.capability.Outcome;
import dev.switchyard.domain.capability.ProbedEndpoint;
import dev.switchyard.domain.capability.Question;
import dev.switchyard.domain.capability.Shortened;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.Accesses;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.Call;
import tools.jackson.databind.json.JsonMapper;

/// Asks an endpoint what its probes want to know: whatever it does is an outcome.
public final class ProbingClient implements ProbedEndpoint {
  private final InstantSource clock;
  private final Requests requests;

  /// One whose times do not jump when the machine's clock is set.
  public ProbingClient(EndpointUrl url, Accesses accesses) {
    this(url, accesses, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
  }

  /// @param clock what the times of answers are taken by
  public ProbingClient(EndpointUrl url, Accesses accesses, InstantSource clock) {
    this.clock = clock;
    this.requests = new Requests(url, accesses);
  }

  @Override
  public Exchange ask(Question question, Duration limit, Cancellation cancellation)
      throws PortException {
    var body = JsonMapper.shared().writeValueAsBytes(question.body());
    var call = requests.post(question.path(), body, limit, cancellation);
    var begun = clock.instant();
    var received = new Received(() -> Duration.between(begun, clock.instant()));
    var outcome = outcome(call, question, received, limit);
    if (cancellation.requested()) {
      throw new PortException(PortException.Kind.CANCELLED, Message.of("server.error.stopped"));
    }
    return new Exchange(
        new Evidence(
            question.path(),
            JsonMapper.shared().writeValueAsString(Shortened.json(question.body())),
            received.status(),
            Shortened.text(received.text()),
            received.elapsed()),
        outcome);
  }

  private static Outcome outcome(Call call, Question question, Received received, Duration limit) {
    try (var response = call.execute()) {
      return received.read(response, question.isStream());
    } catch (ConnectException _) {
      return failed(Message.of("capability.unreachable"));
    } catch (InterruptedIOException _) {
      return new Outcome.Failed(Message.of("capability.silent", limit.toSeconds()), true);
    } catch (IOException _) {
      return failed(Message.of("capability.broke-off"));
    } catch (Unreadable e) {
      return failed(e.reason());
    }
  }

  private static Outcome failed(Message reason) {
    return new Outcome.Failed(reason, false);
  }

  @Override
  public void close() {
    requests.close();
  }
}
