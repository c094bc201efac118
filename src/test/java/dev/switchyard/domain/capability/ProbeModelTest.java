package dev.switchyard.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.model.CurrentServer;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.fake.MemoryReports;
import dev.switchyard.fake.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeModelTest {
  private static final String MODEL = "gemma4-claude";
  private static final EndpointUrl FIRST = EndpointUrl.parse("127.0.0.1:1").orElseThrow();
  private static final EndpointUrl NEXT = EndpointUrl.parse("127.0.0.1:2").orElseThrow();

  private final MemoryReports store = new MemoryReports();

  @Test
  void theReportIsOnTheServerThatWasAskedWhateverIsChosenMeanwhile() throws Exception {
    var first = new ScriptedServer().with(MODEL, 65_536, 65_536).loading(MODEL, 65_536);
    var next = new ScriptedServer().with(MODEL, 4_096, 65_536).loading(MODEL, 4_096);
    var current = new CurrentServer(first.at(FIRST));

    var report =
        new ProbeModel(
                _ -> broken(() -> current.change(next.at(NEXT))),
                store,
                new ProbeLimits(Duration.ofMinutes(6), Duration.ofMinutes(3)),
                Clock.systemUTC())
            .probe(current, ModelName.of(MODEL), _ -> {}, Cancellation.NEVER);

    assertThat(report.server()).isEqualTo(FIRST);
    assertThat(report.contextLength().toOptional()).contains(65_536);
    assertThat(store.saved).containsExactly(report);
    assertThat(next.asked).isZero();
  }

  /// @param meanwhile happens while it is asked
  private static ProbedEndpoint broken(Runnable meanwhile) {
    return new ProbedEndpoint() {
      @Override
      public Exchange ask(Question question, Duration limit, Cancellation cancellation) {
        meanwhile.run();
        return new Exchange(
            new Evidence(question.path(), "", Optional.empty(), "", Duration.ofMillis(3)),
            new Outcome.Failed(Message.of("capability.broke-off"), false));
      }

      @Override
      public void close() {}
    };
  }
}
