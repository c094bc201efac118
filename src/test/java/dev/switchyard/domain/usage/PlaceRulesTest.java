package dev.switchyard.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.route.Destination;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRulesTest {
  private static final String OLLAMA = "msg_da9e5e453cf57f4a484ecc37";
  private static final String ANTHROPIC = "msg_01XFDUDYJgAACzvnptvVoYEL";

  private static final PlaceRules RULES =
      new PlaceRules(
          Known.of(
              new PlaceRules.Models(
                  Set.of(ModelName.of("agent"), ModelName.of("claude-sonnet-5")),
                  Set.of(ModelName.of("mine")))));

  /// A model may be called like one of Claude's, and a stub of Ollama's cloud like anything.
  @ParameterizedTest
  @CsvSource({
    OLLAMA + ", agent, , LOCAL",
    OLLAMA + ", agent:latest, LOCAL, LOCAL",
    OLLAMA + ", gone, LOCAL, LOCAL",
    OLLAMA + ", gone, , NOT_KNOWN",
    OLLAMA + ", gone, CLOUD, NOT_KNOWN",
    OLLAMA + ", claude-sonnet-5, , LOCAL",
    OLLAMA + ", claude-sonnet-5, CLOUD, LOCAL",
    OLLAMA + ", claude-haiku-5, , NOT_KNOWN",
    OLLAMA + ", agent, OTHER, OTHER",
    OLLAMA + ", qwen3-coder:480b-cloud, LOCAL, OTHER",
    OLLAMA + ", kimi:cloud, , OTHER",
    OLLAMA + ", mine, LOCAL, OTHER",
    OLLAMA + ", ../../etc, , NOT_KNOWN",
    "msg_01e5e453cf57f4a484ecc37a, agent, , LOCAL",
    ANTHROPIC + ", claude-sonnet-5, , CLOUD",
    ANTHROPIC + ", claude-sonnet-5, LOCAL, CLOUD",
    ANTHROPIC + ", agent, LOCAL, NOT_KNOWN",
    "msg_bdrk_01XFDUDYJgAACzvnptvVoYEL, us.anthropic.claude-sonnet-5, , CLOUD",
    "msg_01XFDUDYJgAACzvnptvVoYE0, claude-sonnet-5, , NOT_KNOWN",
    "chatcmpl-1, claude-sonnet-5, , NOT_KNOWN",
    "chatcmpl-1, claude-sonnet-5, CLOUD, NOT_KNOWN",
    "chatcmpl-1, gemma, LOCAL, LOCAL",
    "chatcmpl-1, gemma, OTHER, OTHER",
    "chatcmpl-1, agent, UNUSABLE, NOT_KNOWN",
  })
  void theAnswersIdAndThePastRouteTellWhoAnswered(
      String id, String model, Destination routed, Place.Kind expected) {
    assertThat(RULES.of(key(id, model, Optional.ofNullable(routed))).kind()).isEqualTo(expected);
  }

  @Test
  void whatIsOnlyAssumedIsSaidToBe() {
    assertThat(RULES.of(key(OLLAMA, "agent", Optional.empty())))
        .isEqualTo(new Place.Local(Place.Basis.INSTALLED));
    assertThat(RULES.of(key(OLLAMA, "agent", Optional.of(Destination.LOCAL))))
        .isEqualTo(new Place.Local(Place.Basis.ROUTE));
  }

  @Test
  void withoutTheModelsOfThisMachineNothingIsAssumed() {
    var rules = new PlaceRules(Known.unknown(Message.of("server.unreachable")));
    assertThat(rules.of(key(OLLAMA, "agent", Optional.empty())).kind())
        .isEqualTo(Place.Kind.NOT_KNOWN);
    assertThat(rules.of(key(OLLAMA, "agent", Optional.of(Destination.LOCAL))).kind())
        .isEqualTo(Place.Kind.LOCAL);
  }

  private static UsageKey key(String id, String model, Optional<Destination> routed) {
    return new UsageKey(
        LocalDate.of(2026, 11, 23), "/home/me/app", model, AnswerForm.of(id), routed);
  }
}
