package dev.switchyard.adapter.listed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.Cancellation;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.model.Ability;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.model.ModelServer.KeepAlive;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What every kind of server's adapter keeps to, against recorded answers and real programs.
public abstract class ModelServerContract {
  private static final ModelName OTHER = ModelName.of("switchyard-has-no-such-model");

  protected abstract ModelServer server();

  /// One of those that it lists.
  protected abstract String model();

  @Test
  void itAnswers() throws PortException {
    assertThat(server().release()).isNotNull();
  }

  @Test
  void itListsItsModelsUnderTheNamesThatItKnowsThemBy() throws PortException {
    assertThat(server().installed()).extracting(one -> one.name().toString()).contains(model());
  }

  /// Neither 0 nor a word of ours.
  @Test
  void whatItDoesNotTellIsUnknownWithAReason() throws PortException {
    for (var one : server().installed()) {
      assertTold(one.bytes().map(bytes -> bytes > 0));
      assertTold(one.trainedContext().map(tokens -> tokens > 0));
      assertTold(one.configuredContext().map(tokens -> tokens > 0));
      assertTold(one.capabilities().map(all -> !all.isEmpty()));
    }
  }

  private static void assertTold(Known<Boolean> told) {
    switch (told) {
      case Known.Value<Boolean>(var sound) -> assertThat(sound).isTrue();
      case Known.Unknown<Boolean>(var reason) -> assertThat(reason.key()).isNotBlank();
    }
  }

  @Test
  void whatItCannotDoIsRefusedWithWhatItLacks() {
    asked()
        .forEach((ability, call) -> {
          if (!server().abilities().contains(ability)) {
            assertThatExceptionOfType(PortException.class)
                .as(ability.id())
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .satisfies(e -> assertThat(e.text()).isEqualTo(ability.lackOf(server().kind())));
          }
        });
  }

  private Map<Ability, ThrowingCallable> asked() {
    var server = server();
    var asked = new EnumMap<Ability, ThrowingCallable>(Ability.class);
    asked.put(Ability.DESCRIBE, () -> server.describe(OTHER));
    asked.put(Ability.LOADED, server::loaded);
    asked.put(Ability.LOAD, () -> server.load(OTHER, KeepAlive.SERVER_DEFAULT, Cancellation.NEVER));
    asked.put(Ability.UNLOAD, () -> server.unload(OTHER));
    asked.put(Ability.PULL, () -> server.pull(OTHER, _ -> {}, Cancellation.NEVER));
    asked.put(Ability.COPY, () -> server.copy(OTHER, OTHER));
    asked.put(Ability.DELETE, () -> server.delete(OTHER));
    asked.put(Ability.RECOMMEND, server::recommendations);
    return asked;
  }
}
