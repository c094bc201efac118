package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.adapter.demo.Fault;
import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.fake.HeldPace;
import dev.switchyard.fake.ServedOllama;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PullModelTest {
  @RegisterExtension private final ServedOllama ollama = new ServedOllama();

  private final List<TransferProgress> progress = new ArrayList<>();
  private boolean holdsParts;

  @Test
  void pullsWhatFits() throws Exception {
    pull("gemma4:31b", Known.of(30_000_000_000L));

    assertThat(ollama.server().installed())
        .extracting(InstalledModel::name)
        .contains(ModelName.of("gemma4:31b"));
  }

  @Test
  void anUnknownDiskDoesNotStopIt() throws Exception {
    pull("gemma4:31b", Known.unknown(Message.of("remote")));

    assertThat(progress.getLast().status()).isEqualTo("success");
  }

  @Test
  void asksNobodyWhereTheCatalogueKnowsThatItIsTooLarge() {
    assertNoSpace("gemma4:31b", 10_000_000_000L);
    assertThat(progress).isEmpty();
  }

  @Test
  void stopsAsSoonAsTheServerNamesASizeThatDoesNotFit() throws Exception {
    // A server at full speed may be done before it hears of it.
    ollama.begin(Setup.demo(new HeldPace(Setup.EPOCH)));
    assertNoSpace("qwen3.5", 1_000_000_000L);

    assertThat(progress).isNotEmpty();
    assertThat(progress.getLast().completedBytes()).isZero();
    assertThat(ollama.server().installed())
        .extracting(InstalledModel::name)
        .doesNotContain(ModelName.of("qwen3.5"));
  }

  @Test
  void whatIsThereAlreadyNeedsNoRoom() throws Exception {
    pull("gemma4:26b", Known.of(1_000_000L));

    assertThat(progress.getLast().status()).isEqualTo("success");
  }

  @Test
  void whatCameEarlierNeedsNoRoomAgain() throws Exception {
    assertNoSpace("gemma4:31b", 10_000_000_000L);
    holdsParts = true;
    ollama.simulated().faults().add(new Fault.HangUp("/api/pull", 2_500));
    assertThatThrownBy(() -> pull("gemma4:31b", Known.of(20_000_000_000L)))
        .isInstanceOf(PortException.class);

    pull("gemma4:31b", Known.of(10_000_000_000L));

    assertThat(progress.getLast().status()).isEqualTo("success");
  }

  @Test
  void theCloudsModelsCannotBePulled() {
    assertThatThrownBy(() -> pull("kimi-k2.6:cloud", Known.of(Long.MAX_VALUE)))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
  }

  private void assertNoSpace(String name, long free) {
    assertThatThrownBy(() -> pull(name, Known.of(free)))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.NO_SPACE);
              assertThat(e.text().key()).isEqualTo("models.pull.no-space");
            });
  }

  private FreeSpace disk(Known<Long> free) {
    return new FreeSpace() {
      @Override
      public Known<Long> forModelsOf(EndpointUrl url) {
        return free;
      }

      @Override
      public boolean holdsBrokenOffPulls(EndpointUrl url) {
        return holdsParts;
      }
    };
  }

  private void pull(String name, Known<Long> free) throws PortException {
    new PullModel(ollama.server(), disk(free))
        .pull(ModelName.of(name), progress::add, Cancellation.NEVER);
  }
}
