package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.model.Capability;
import dev.switchyard.domain.model.ClaudeCodeReadiness;
import dev.switchyard.domain.modelfile.Piece.Instruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Everything that can be said about a Modelfile before it is built. The server checks neither
/// names nor types, so what is not found here fails when the model is loaded, or does something
/// else than meant.
public final class ModelfileCheck {
  private static final Pattern VERSION =
      Pattern.compile(
          "v?(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?)?)?");

  /// The checks, one row each; a new one is a row and its text.
  private static final List<Check> CHECKS =
      List.of(
          (file, _, found) -> found.addAll(file.syntaxProblems()),
          ModelfileCheck::from,
          ModelfileCheck::parameters,
          ModelfileCheck::context,
          ModelfileCheck::tools,
          ModelfileCheck::version,
          ModelfileCheck::filesBesideTheModel,
          ModelfileCheck::systemPrompt,
          ModelfileCheck::repeats);

  private ModelfileCheck() {}

  private interface Check {
    void look(Modelfile file, BaseModel base, List<Problem> found);
  }

  /// All problems in the order in which they stand in the file.
  public static List<Problem> of(Modelfile file, BaseModel base) {
    var found = new ArrayList<Problem>();
    CHECKS.forEach(check -> check.look(file, base, found));
    found.sort(Comparator.comparingInt(problem -> problem.span().start()));
    return List.copyOf(found);
  }

  private static void from(Modelfile file, BaseModel base, List<Problem> found) {
    if (file.all(Keyword.FROM).isEmpty()) {
      if (file.syntaxProblems().isEmpty()) {
        found.add(
            Problem.error(new Span(0, 0), "no FROM line", Message.of("modelfile.error.noFrom")));
      }
      return;
    }
    for (var from : file.all(Keyword.FROM)) {
      var value = FromValue.of(from.value());
      if (value instanceof FromValue.Unusable) {
        var text =
            from.value().isEmpty() ? "modelfile.error.fromEmpty" : "modelfile.error.fromName";
        found.add(
            Problem.error(from.valueSpan(), "invalid model name", Message.of(text, from.value())));
      } else if (value instanceof FromValue.Model(var name) && VariantName.isCloud(name)) {
        found.add(
            Problem.warning(from.valueSpan(), Message.of("modelfile.warning.cloudBase", name)));
      }
    }
  }

  private static void parameters(Modelfile file, BaseModel base, List<Problem> found) {
    for (var setting : file.all(Keyword.PARAMETER)) {
      var parameter = Parameters.find(setting.name());
      if (parameter.isPresent()) {
        value(setting, parameter.get(), found);
      } else if (Parameters.isDeprecated(setting.name())) {
        found.add(
            Problem.warning(
                setting.nameSpan(), Message.of("modelfile.warning.deprecated", setting.name())));
      } else {
        found.add(unknown(setting));
      }
    }
  }

  private static Problem unknown(Instruction setting) {
    var meant =
        Parameters.ALL.stream()
            .map(Parameter::name)
            .filter(setting.name()::equalsIgnoreCase)
            .findFirst();
    var text =
        meant
            .map(name -> Message.of("modelfile.error.parameterCase", setting.name(), name))
            .orElseGet(() -> Message.of("modelfile.error.parameter", setting.name()));
    return Problem.error(setting.nameSpan(), "unknown parameter '" + setting.name() + "'", text);
  }

  private static void value(Instruction setting, Parameter parameter, List<Problem> found) {
    var value = parameter.type().read(setting.value());
    if (value.isEmpty()) {
      found.add(
          Problem.error(
              setting.valueSpan(),
              parameter.type().refusal(setting.value()),
              wrongValue(setting, parameter)));
    } else if (value.get() instanceof Number number
        && !parameter.advice().covers(number.doubleValue())) {
      var advice = parameter.advice();
      found.add(
          Problem.warning(
              setting.valueSpan(),
              Message.of(
                  "modelfile.warning.range", parameter.name(), advice.least(), advice.most())));
    }
  }

  private static Message wrongValue(Instruction setting, Parameter parameter) {
    if (setting.value().contains(" #")) {
      return Message.of("modelfile.error.commentAfterValue");
    }
    var key =
        switch (parameter.type()) {
          case WHOLE_NUMBER -> "modelfile.error.wholeNumber";
          case NUMBER -> "modelfile.error.number";
          case YES_NO -> "modelfile.error.yesNo";
          case TEXT_LIST -> throw new IllegalStateException("every text is a text");
        };
    return Message.of(key, parameter.name(), setting.value());
  }

  private static void context(Modelfile file, BaseModel base, List<Problem> found) {
    var setting = file.parameter("num_ctx");
    var length = file.contextLength();
    if (setting.isEmpty() || length.isEmpty()) {
      if (setting.isEmpty()) {
        var where = file.from().map(Instruction::keywordSpan).orElse(new Span(0, 0));
        found.add(Problem.warning(where, Message.of("modelfile.warning.noContext")));
      }
      return;
    }
    var where = setting.get().valueSpan();
    var trained = base.trainedContext();
    if (trained.isPresent() && length.get() > trained.get()) {
      found.add(
          Problem.error(
              where,
              "",
              Message.of("modelfile.error.contextOverMaximum", length.get(), trained.get())));
    } else if (length.get() < ClaudeCodeReadiness.NEEDED_CONTEXT) {
      found.add(
          Problem.warning(
              where,
              Message.of(
                  "modelfile.warning.contextSmall",
                  length.get(),
                  ClaudeCodeReadiness.NEEDED_CONTEXT)));
    }
  }

  private static void tools(Modelfile file, BaseModel base, List<Problem> found) {
    boolean without =
        base.capabilities()
            .filter(Predicate.not(can -> can.contains(Capability.TOOLS)))
            .isPresent();
    if (without) {
      file.from()
          .ifPresent(from ->
              found.add(
                  Problem.warning(
                      from.valueSpan(), Message.of("modelfile.warning.noTools", from.value()))));
    }
  }

  private static void version(Modelfile file, BaseModel base, List<Problem> found) {
    for (var requires : file.all(Keyword.REQUIRES)) {
      if (!VERSION.matcher(requires.value()).matches()) {
        found.add(
            Problem.error(
                requires.valueSpan(),
                "requires must be a valid semver (e.g. 0.14.0)",
                Message.of("modelfile.error.requires", requires.value())));
      }
    }
  }

  private static void filesBesideTheModel(Modelfile file, BaseModel base, List<Problem> found) {
    for (var keyword : List.of(Keyword.ADAPTER, Keyword.DRAFT)) {
      for (var instruction : file.all(keyword)) {
        found.add(
            Problem.error(
                instruction.keywordSpan(),
                "",
                Message.of("modelfile.error.notBuiltHere", keyword.name())));
      }
    }
  }

  private static void systemPrompt(Modelfile file, BaseModel base, List<Problem> found) {
    file.last(Keyword.SYSTEM)
        .ifPresent(system ->
            found.add(Problem.note(system.keywordSpan(), Message.of("modelfile.note.system"))));
  }

  private static void repeats(Modelfile file, BaseModel base, List<Problem> found) {
    for (var parameter : Parameters.ALL) {
      if (parameter.type() != ParameterType.TEXT_LIST
          && file.parameterValues(parameter.name()).size() > 1) {
        var last = file.parameter(parameter.name()).orElseThrow();
        found.add(
            Problem.warning(
                last.nameSpan(), Message.of("modelfile.warning.repeated", parameter.name())));
      }
    }
  }
}
