package dev.switchyard.domain.team;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.BaseModel;
import dev.switchyard.domain.modelfile.FromValue;
import dev.switchyard.domain.modelfile.Keyword;
import dev.switchyard.domain.modelfile.Modelfile;
import dev.switchyard.domain.modelfile.ModelfileCheck;
import dev.switchyard.domain.modelfile.Piece.Instruction;
import dev.switchyard.domain.modelfile.Problem;
import dev.switchyard.domain.modelfile.VariantName;
import java.util.List;
import java.util.Optional;

/// A variant as a team shares it: everybody can build it from a model that a server has.
///
/// @param lines of its Modelfile, without their ends
public record SharedVariant(String name, List<String> lines) implements SharedPart {
  /// How many lines a Modelfile may have, and characters a line.
  public static final int MOST_LINES = 2_000;

  public static final int LONGEST_LINE = 8_000;

  public SharedVariant {
    lines = List.copyOf(lines);
  }

  /// @throws PortException REFUSED with what is wrong
  public static SharedVariant of(String name, List<String> lines) throws PortException {
    if (VariantName.check(name, Optional.empty()).stream().anyMatch(Problem::isError)
        || !name.equals(name.strip())) {
      throw refused(Message.of("team.variant.name"));
    }
    if (lines.size() > MOST_LINES) {
      throw refused(Message.of("team.variant.lines", MOST_LINES));
    }
    for (int i = 0; i < lines.size(); i++) {
      checkLine(i + 1, lines.get(i));
    }
    var variant = new SharedVariant(name, lines);
    requireBuildable(variant.modelfile());
    return variant;
  }

  /// Line ends as `\n`: others are the same Modelfile to Ollama.
  static SharedVariant of(String name, Modelfile modelfile) throws PortException {
    return of(name, modelfile.editorText().lines().toList());
  }

  public Modelfile modelfile() {
    return Modelfile.parse(String.join("\n", lines) + "\n");
  }

  /// Whether a saved Modelfile says the same, whatever its line ends.
  boolean isSameAs(Modelfile saved) {
    return saved.editorText().lines().toList().equals(lines);
  }

  /// Without a `:latest`, which two names may differ in and still mean one model.
  String plainName() {
    return ModelName.of(name).shortText();
  }

  @Override
  public List<Mark> marks() {
    return base(modelfile())
        .filter(VariantName::isCloud)
        .map(base ->
            new Mark(Mark.Kind.CLOUD_MODEL, Message.of("team.mark.cloud-model", base.toString())))
        .stream()
        .toList();
  }

  private static Optional<ModelName> base(Modelfile file) {
    return file.from()
        .map(Instruction::value)
        .flatMap(text ->
            FromValue.of(text) instanceof FromValue.Model(var model)
                ? Optional.of(model)
                : Optional.empty());
  }

  private static void checkLine(int number, String line) throws PortException {
    if (line.length() > LONGEST_LINE) {
      throw refused(Message.of("team.variant.line", number, longLine()));
    }
    try {
      SharedText.check(line);
    } catch (PortException e) {
      throw refused(Message.of("team.variant.line", number, e.text()));
    }
  }

  private static Message longLine() {
    return Message.of("team.variant.long-line", LONGEST_LINE);
  }

  /// A file beside it does not come along: each FROM has to name a model, and there is nothing that
  /// ADAPTER and DRAFT could name.
  private static void requireBuildable(Modelfile file) throws PortException {
    for (var instruction : file.instructions()) {
      boolean namesFile =
          switch (instruction.keyword()) {
            case FROM -> !(FromValue.of(instruction.value()) instanceof FromValue.Model);
            case ADAPTER, DRAFT -> true;
            default -> false;
          };
      if (namesFile) {
        throw refused(problem(file, instruction.span().start(), namesFile(instruction.keyword())));
      }
    }
    var error =
        ModelfileCheck.of(file, BaseModel.UNKNOWN).stream().filter(Problem::isError).findFirst();
    if (error.isPresent()) {
      throw refused(problem(file, error.get().span().start(), error.get().text()));
    }
  }

  private static Message namesFile(Keyword keyword) {
    return Message.of("team.variant.file", keyword.name());
  }

  private static Message problem(Modelfile file, int offset, Message reason) {
    return Message.of("team.variant.line", file.locate(offset).line(), reason);
  }

  private static PortException refused(Message reason) {
    return new PortException(PortException.Kind.REFUSED, reason);
  }
}
