package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ModelfileCheckTest {
  private static final BaseModel GEMMA =
      new BaseModel(
          Optional.of(262_144), Optional.of(Set.of(Capability.COMPLETION, Capability.TOOLS)));

  /// Lines after a sound FROM and context; the key of the text, its severity, and Ollama's own
  /// words.
  static final List<Arguments> LINES =
      List.of(
          line(
              "PARAMETER nonsense 1",
              "modelfile.error.parameter",
              Severity.ERROR,
              "unknown parameter 'nonsense'"),
          line(
              "PARAMETER Top_P 1",
              "modelfile.error.parameterCase",
              Severity.ERROR,
              "unknown parameter 'Top_P'"),
          line(
              "PARAMETER seed 4 # x",
              "modelfile.error.commentAfterValue",
              Severity.ERROR,
              "invalid int value [4 # x]"),
          line(
              "PARAMETER seed 1.5",
              "modelfile.error.wholeNumber",
              Severity.ERROR,
              "invalid int value [1.5]"),
          line(
              "PARAMETER seed 99999999999999999999",
              "modelfile.error.wholeNumber",
              Severity.ERROR,
              "invalid int value [99999999999999999999]"),
          line(
              "PARAMETER temperature warm",
              "modelfile.error.number",
              Severity.ERROR,
              "invalid float value [warm]"),
          line(
              "PARAMETER temperature NaN",
              "modelfile.error.number",
              Severity.ERROR,
              "invalid float value [NaN]"),
          line(
              "PARAMETER use_mmap yes",
              "modelfile.error.yesNo",
              Severity.ERROR,
              "invalid bool value [yes]"),
          line("PARAMETER temperature 5", "modelfile.warning.range", Severity.WARNING, ""),
          line("PARAMETER mirostat 1", "modelfile.warning.deprecated", Severity.WARNING, ""),
          line("PARAMETER num_ctx 70000", "modelfile.warning.repeated", Severity.WARNING, ""),
          line(
              "REQUIRES soon",
              "modelfile.error.requires",
              Severity.ERROR,
              "requires must be a valid semver (e.g. 0.14.0)"),
          line("ADAPTER ./lora.gguf", "modelfile.error.notBuiltHere", Severity.ERROR, ""),
          line("SYSTEM be kind", "modelfile.note.system", Severity.NOTE, ""));

  @ParameterizedTest
  @FieldSource("LINES")
  void namesWhatIsWrongWithALine(String line, String key, Severity severity, String words) {
    var problems = check("FROM gemma4:26b\nPARAMETER num_ctx 65536\n" + line + "\n");
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.text().key()).isEqualTo(key);
          assertThat(problem.severity()).isEqualTo(severity);
          assertThat(problem.parserWords()).isEqualTo(words);
        });
  }

  @Test
  void acceptsWhatOllamaAccepts() {
    assertThat(
            check(
                """
                FROM gemma4:26b
                PARAMETER num_ctx +65536
                PARAMETER temperature .2
                PARAMETER top_p 9e-1
                PARAMETER use_mmap T
                PARAMETER stop a
                PARAMETER stop b
                REQUIRES v0.14.0
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', modelfile.error.noFrom",
    "'PARAMETER num_ctx 65536', modelfile.error.noFrom",
    "'FROM \nPARAMETER num_ctx 65536', modelfile.error.fromEmpty",
    "'FROM bad name!\nPARAMETER num_ctx 65536', modelfile.error.fromName",
    "'FROM kimi-k2.6:cloud\nPARAMETER num_ctx 65536', modelfile.warning.cloudBase",
    "'FROM gemma4:26b', modelfile.warning.noContext",
    "'FROM gemma4:26b\nPARAMETER num_ctx 32768', modelfile.warning.contextSmall",
    "'FROM gemma4:26b\nPARAMETER num_ctx 262145', modelfile.error.contextOverMaximum"
  })
  void looksAtBaseAndContext(String text, String key) {
    assertThat(check(text)).extracting(problem -> problem.text().key()).contains(key);
  }

  @Test
  void theTrainedMaximumItselfIsFine() {
    assertThat(check("FROM gemma4:26b\nPARAMETER num_ctx 262144")).isEmpty();
  }

  @Test
  void aBaseWithoutToolsCannotDriveClaudeCode() {
    var plain = new BaseModel(Optional.empty(), Optional.of(Set.of(Capability.COMPLETION)));
    assertThat(ModelfileCheck.of(Modelfile.parse("FROM x\nPARAMETER num_ctx 65536"), plain))
        .extracting(problem -> problem.text().key())
        .containsExactly("modelfile.warning.noTools");
  }

  @Test
  void problemsStandInTheOrderOfTheFile() {
    assertThat(check("FROM gemma4:26b\nPARAMETER x 1\nFOO\nPARAMETER num_ctx 9\n"))
        .isSortedAccordingTo((a, b) -> Integer.compare(a.span().start(), b.span().start()))
        .hasSize(3);
  }

  @Test
  void everyTemplateIsWithoutProblems() {
    for (var template : Template.ALL) {
      assertThat(ModelfileCheck.of(template.modelfile(), GEMMA)).as(template.name()).isEmpty();
      assertThat(VariantName.check(template.name(), Optional.of(ModelName.of(template.base()))))
          .as(template.name())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gemma4-claude, gemma4:26b, ''",
    "claude-foo, gemma4:26b, ''",
    "qwen3-coder:30b, qwen3-coder, ''",
    "team/gemma4:64k, gemma4:26b, ''",
    "'bad name!', gemma4:26b, modelfile.name.invalid",
    "claude-sonnet-4-6, gemma4:26b, modelfile.name.claude",
    "my-Haiku-4-5, gemma4:26b, modelfile.name.claude",
    "claude-3-local, gemma4:26b, modelfile.name.claude",
    "opus, gemma4:26b, modelfile.name.claude",
    "sonnet:latest, gemma4:26b, modelfile.name.claude",
    "mine:cloud, gemma4:26b, modelfile.name.reserved",
    "mine-cloud, gemma4:26b, modelfile.name.reserved",
    "mine:local, gemma4:26b, modelfile.name.reserved",
    "gemma4-claude-31b, gemma4:26b, modelfile.name.gemmaSize",
    "gemma4-claude-26b, gemma4:26b, ''",
    "gemma4-claude-31b, qwen3:8b, ''"
  })
  void someNamesMeanMoreThanAName(String name, String base, String key) {
    assertThat(VariantName.check(name, Optional.of(ModelName.of(base))))
        .extracting(problem -> problem.text().key())
        .isEqualTo(key.isEmpty() ? List.of() : List.of(key));
  }

  private static Arguments line(String line, String key, Severity severity, String words) {
    return Arguments.of(line, key, severity, words);
  }

  private static List<Problem> check(String text) {
    return ModelfileCheck.of(Modelfile.parse(text), GEMMA);
  }
}
