package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.modelfile.Piece.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Modelfile: its text, and what the text says. Immutable; every edit gives a new one in which
/// all that was not meant is the same, byte for byte: comments, order, spacing, line ends.
public final class Modelfile {
  private final String text;
  private final List<Piece> pieces;
  private final LineIndex lines;

  private Modelfile(String text) {
    this.text = text;
    this.pieces = ModelfileScanner.scan(text);
    this.lines = new LineIndex(text);
  }

  /// Never fails: what Ollama would refuse becomes a problem at its place.
  public static Modelfile parse(String text) {
    return new Modelfile(text);
  }

  public String text() {
    return text;
  }

  public List<Piece> pieces() {
    return pieces;
  }

  public List<Instruction> instructions() {
    return instructionStream().toList();
  }

  /// The base model, or a path. Where FROM stands more than once, the last one counts, as for
  /// Ollama.
  public Optional<Instruction> from() {
    return last(Keyword.FROM);
  }

  /// The last instruction of this kind; the earlier ones have no effect except for LICENSE, MESSAGE
  /// and `stop`.
  public Optional<Instruction> last(Keyword keyword) {
    return instructionStream().filter(i -> i.keyword() == keyword).reduce((_, second) -> second);
  }

  public List<Instruction> all(Keyword keyword) {
    return instructionStream().filter(i -> i.keyword() == keyword).toList();
  }

  /// The instruction that decides a parameter: the last one. Names are case-sensitive.
  public Optional<Instruction> parameter(String name) {
    return instructionStream().filter(i -> i.isParameter(name)).reduce((_, second) -> second);
  }

  /// Every value of a parameter that may repeat (`stop`), in order.
  public List<String> parameterValues(String name) {
    return instructionStream().filter(i -> i.isParameter(name)).map(Instruction::value).toList();
  }

  /// `num_ctx` in tokens, where it is set to a whole number.
  public Optional<Long> contextLength() {
    return parameter("num_ctx").flatMap(i -> ParameterType.wholeNumber(i.value()));
  }

  /// `num_batch` in tokens, where it is set to a sensible number.
  public Optional<Integer> batch() {
    return parameter("num_batch")
        .flatMap(i -> ParameterType.wholeNumber(i.value()))
        .filter(size -> size > 0 && size <= 1 << 20)
        .map(Long::intValue);
  }

  /// What Ollama's parser would refuse. After a quote that is never closed only that one: the rest
  /// would follow from it.
  public List<Problem> syntaxProblems() {
    var problems = new ArrayList<Problem>();
    for (var piece : pieces) {
      if (piece instanceof Piece.Broken(_, var problem)) {
        problems.add(problem);
        if (problem.text().key().equals("modelfile.error.openQuote")) {
          break;
        }
      }
    }
    return problems;
  }

  public Location locate(int offset) {
    return lines.at(offset);
  }

  /// @throws UnwritableValueException where the grammar cannot write the value
  public Modelfile withFrom(String base) {
    return ModelfileEdit.setFrom(this, base);
  }

  /// Sets a parameter: in its last place, or on a new line after the other parameters.
  ///
  /// @throws UnwritableValueException where the grammar cannot write the value
  public Modelfile withParameter(String name, String value) {
    return ModelfileEdit.setParameter(this, name, value);
  }

  /// Removes every line that sets the parameter.
  public Modelfile withoutParameter(String name) {
    return ModelfileEdit.setParameterValues(this, name, List.of());
  }

  /// Sets all values of a parameter that may repeat.
  ///
  /// @throws UnwritableValueException where the grammar cannot write one of them
  public Modelfile withParameterValues(String name, List<String> values) {
    return ModelfileEdit.setParameterValues(this, name, values);
  }

  /// The same file after a person changed the text in an editor that knows `\n` only: untouched
  /// lines keep the ends they had.
  public Modelfile withEditorText(String edited) {
    return parse(LineEnds.merge(text, edited));
  }

  /// The text with every line end as `\n`, for an editor.
  public String editorText() {
    return LineEnds.plain(text);
  }

  private Stream<Instruction> instructionStream() {
    return pieces.stream().filter(Instruction.class::isInstance).map(Instruction.class::cast);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Modelfile modelfile && modelfile.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
