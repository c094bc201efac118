package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ModelfileTest {
  private static final String GUIDE =
      """
      FROM gemma4:26b
      # Claude Code needs room for its prompt
      PARAMETER num_ctx 65536
      PARAMETER temperature 0.2

      parameter  top_p 0.9
      """;

  /// What the parser of Ollama 0.33 answers, where it stands, and its words. The lines are ours:
  /// Ollama counts the line end behind a mistake already, and a `\r\n` twice.
  static final List<Arguments> REFUSED =
      List.of(
          Arguments.of("FOO x\n", 1, 1, ModelfileScanner.COMMAND_WORDS),
          Arguments.of("FROM x\r\nFRÖM y\r\n", 2, 1, ModelfileScanner.COMMAND_WORDS),
          Arguments.of("FROM\nPARAMETER num_ctx 1\n", 1, 1, ModelfileScanner.COMMAND_WORDS),
          Arguments.of("FROM x\n  FROM", 2, 3, "unexpected EOF"),
          Arguments.of("FROM x\nPARAMETER num_ctx\n", 2, 11, "unexpected EOF"),
          Arguments.of("FROM x\nPARAMETER num-ctx 1\n", 2, 11, "unexpected EOF"),
          Arguments.of("FROM x\nPARAMETER  num_ctx 1\n", 2, 1, "unknown parameter ''"),
          Arguments.of("FROM x\nMESSAGE User hi\n", 2, 9, ModelfileScanner.ROLE_WORDS),
          Arguments.of("FROM x\nMESSAGE  user hi\n", 2, 1, ModelfileScanner.ROLE_WORDS),
          Arguments.of("FROM x\nMESSAGE user\n", 2, 9, "unexpected EOF"),
          Arguments.of("FROM x\nSYSTEM \"\"\"a\nb\"\n", 2, 8, "unexpected EOF"),
          Arguments.of("FROM x\nSYSTEM \"a\" b\nPARAMETER top_p 1\n", 2, 8, "unexpected EOF"));

  static final List<Arguments> VALUES =
      List.of(
          Arguments.of("SYSTEM plain words ", "plain words"),
          Arguments.of("SYSTEM \"quoted  \" \t", "quoted  "),
          Arguments.of("SYSTEM \"one \"two\" three\"", "one \"two\" three"),
          Arguments.of("SYSTEM \"\"\"\nfirst\n\"second\"\n\"\"\"", "\nfirst\n\"second\"\n"),
          Arguments.of("SYSTEM \"over\ntwo lines\"", "over\ntwo lines"),
          Arguments.of("SYSTEM 'single'", "'single'"),
          Arguments.of("SYSTEM a # not a comment", "a # not a comment"),
          Arguments.of("SYSTEM a\\nb", "a\\nb"),
          Arguments.of("SYSTEM no\u00a0break\u0007 bell", "nobreak bell"),
          Arguments.of("SYSTEM \"a\" b\nand \"c\"", "a\" b\nand \"c"));

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refusesWhatOllamaRefuses(String text, int line, int column, String words) {
    var file = Modelfile.parse(text);
    var problem = file.syntaxProblems().getFirst();
    assertThat(problem.parserWords()).isEqualTo(words);
    assertThat(file.locate(problem.span().start())).isEqualTo(new Location(line, column));
  }

  @ParameterizedTest
  @FieldSource("VALUES")
  void readsValuesAsOllamaDoes(String text, String value) {
    var file = Modelfile.parse("FROM x\n" + text + "\nPARAMETER seed 1");
    assertThat(file.syntaxProblems()).isEmpty();
    assertThat(file.last(Keyword.SYSTEM).orElseThrow().value()).isEqualTo(value);
  }

  @Test
  void findsEveryMistakeAndStillReadsTheRest() {
    var file = Modelfile.parse("FRM x\nPARAMETER num_ctx 8192\nPARAMETR top_p 1\n");
    assertThat(file.syntaxProblems()).hasSize(2);
    assertThat(file.contextLength()).contains(8192L);
  }

  @Test
  void theLastOfRepeatedInstructionsCounts() {
    var file =
        Modelfile.parse(
            "FROM a\nPARAMETER num_ctx 1\nFROM b\nPARAMETER num_ctx 2\nPARAMETER NUM_CTX 3");
    assertThat(file.from().orElseThrow().value()).isEqualTo("b");
    assertThat(file.contextLength()).contains(2L);
  }

  @Test
  void changesOneValueOnly() {
    var file = Modelfile.parse(GUIDE);
    assertThat(file.withParameter("num_ctx", "131072").text())
        .isEqualTo(GUIDE.replace("65536", "131072"));
    assertThat(file.withFrom("gemma4:31b").text()).isEqualTo(GUIDE.replace("26b", "31b"));
    assertThat(file.withParameter("num_ctx", "65536").text()).isEqualTo(GUIDE);
  }

  @Test
  void addsAfterTheParametersAndInTheFilesOwnLineEnds() {
    var file = Modelfile.parse("FROM x\r\nPARAMETER top_p 0.9\r\n# end").withParameter("seed", "7");
    assertThat(file.text()).isEqualTo("FROM x\r\nPARAMETER top_p 0.9\r\nPARAMETER seed 7\r\n# end");
    assertThat(Modelfile.parse("FROM x").withParameter("seed", "7").text())
        .isEqualTo("FROM x\nPARAMETER seed 7\n");
    assertThat(Modelfile.parse("").withFrom("x").text()).isEqualTo("FROM x\n");
  }

  @Test
  void addsBeforeAnUnclosedQuote() {
    var file = Modelfile.parse("# t\nSYSTEM \"\"\"open\n").withParameter("seed", "7");
    assertThat(file.text()).isEqualTo("# t\nPARAMETER seed 7\nSYSTEM \"\"\"open\n");
  }

  @Test
  void removesEveryLineOfAParameter() {
    var file =
        Modelfile.parse("FROM x\nPARAMETER seed 1\n# keep\nPARAMETER seed 2")
            .withoutParameter("seed");
    assertThat(file.text()).isEqualTo("FROM x\n# keep\n");
  }

  @Test
  void anIndentGoesWithItsLine() {
    var file = Modelfile.parse("FROM x\n\n \tPARAMETER seed 1\nSYSTEM a").withoutParameter("seed");
    assertThat(file.text()).isEqualTo("FROM x\n\nSYSTEM a");
  }

  @Test
  void setsRepeatedValuesInTheirPlaces() {
    var file = Modelfile.parse("FROM x\nPARAMETER stop \"a\"\n# c\nPARAMETER stop b\n");
    assertThat(file.withParameterValues("stop", List.of("a", " z", "q")).text())
        .isEqualTo("FROM x\nPARAMETER stop \"a\"\n# c\nPARAMETER stop \" z\"\nPARAMETER stop q\n");
    assertThat(file.withParameterValues("stop", List.of("b")).text())
        .isEqualTo("FROM x\nPARAMETER stop b\n# c\n");
  }

  @Test
  void refusesToWriteWhatCannotBeRead() {
    assertThatThrownBy(() -> Modelfile.parse("FROM x").withParameter("stop", "\u0007"))
        .isInstanceOf(UnwritableValueException.class);
  }

  @Test
  void anEditorsTextKeepsTheEndsOfUntouchedLines() {
    var file = Modelfile.parse("FROM x\r\n# a\nPARAMETER seed 1\r\n\r\n");
    var edited = file.editorText().replace("seed 1", "seed 2\nPARAMETER top_p 1");
    assertThat(file.withEditorText(edited).text())
        .isEqualTo("FROM x\r\n# a\nPARAMETER seed 2\r\nPARAMETER top_p 1\r\n\r\n");
    assertThat(file.withEditorText(file.editorText())).isEqualTo(file);
  }

  @RepeatedTest(300)
  void piecesGiveTheTextBack(RepetitionInfo run) {
    var text = RandomModelfiles.text(new Random(run.getCurrentRepetition()));
    var file = Modelfile.parse(text);
    assertThat(
            file.pieces().stream()
                .map(piece -> piece.span().of(text))
                .collect(Collectors.joining()))
        .as("seed %d", run.getCurrentRepetition())
        .isEqualTo(text);
  }

  @RepeatedTest(300)
  void anEditSetsTheValueAndKeepsEverythingElse(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var file = Modelfile.parse(RandomModelfiles.text(random));
    var name = Parameters.ALL.get(random.nextInt(Parameters.ALL.size())).name();
    var value = RandomModelfiles.value(random);
    // After an open quote every new quote changes what the text before it means: nothing can be
    // promised there.
    if (Quoting.write(value).isEmpty() || hasOpenQuote(file)) {
      return;
    }
    var edited = file.withParameter(name, value);
    assertThat(edited.parameter(name).orElseThrow().value()).as(seed(run)).isEqualTo(value);
    assertThat(without(edited, name)).as(seed(run)).isEqualTo(without(file, name));
    assertThat(edited.parameterValues(name))
        .as(seed(run))
        .hasSize(Math.max(1, file.parameterValues(name).size()));
  }

  @RepeatedTest(300)
  void anEditorsChangeArrivesInFull(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var file = Modelfile.parse(RandomModelfiles.text(random));
    var edited = LineEnds.plain(RandomModelfiles.text(random));
    assertThat(file.withEditorText(edited).editorText()).as(seed(run)).isEqualTo(edited);
  }

  @RepeatedTest(300)
  void whatIsWrittenReadsBack(RepetitionInfo run) {
    var value = RandomModelfiles.value(new Random(run.getCurrentRepetition()));
    Quoting.write(value)
        .ifPresent(written -> {
          var file = Modelfile.parse("FROM x\nPARAMETER stop " + written + "\r\nPARAMETER seed 1");
          assertThat(file.parameterValues("stop")).as(seed(run)).containsExactly(value);
          assertThat(file.parameter("seed")).as(seed(run)).isPresent();
        });
  }

  private static boolean hasOpenQuote(Modelfile file) {
    return file.syntaxProblems().stream()
        .anyMatch(p -> p.text().key().equals("modelfile.error.openQuote"));
  }

  private static String seed(RepetitionInfo run) {
    return "seed " + run.getCurrentRepetition();
  }

  /// Everything but the lines of one parameter; a line end at the very end does not count, as a
  /// line may have been added.
  private static String without(Modelfile file, String name) {
    return file.withoutParameter(name).text().stripTrailing();
  }
}
