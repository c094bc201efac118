package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.model.BuildRequest;
import dev.switchyard.domain.model.BuildRequest.ChatMessage;
import dev.switchyard.domain.model.BuildSource;
import dev.switchyard.domain.model.ModelName;
import dev.switchyard.domain.modelfile.Piece.Instruction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the request to the server out of a Modelfile without errors, as Ollama's own command line
/// does.
///
/// Source: `CreateRequest` of Ollama `parser/parser.go`.
final class BuildPlan {
  private final Modelfile file;
  private final Folders folders;

  private BuildPlan(Modelfile file, Folders folders) {
    this.file = file;
    this.folders = folders;
  }

  /// @throws IllegalArgumentException if the file has errors: ask [ModelfileCheck] first
  static BuildRequest of(ModelName name, Modelfile file, Folders folders) {
    var plan = new BuildPlan(file, folders);
    return new BuildRequest(
        name,
        plan.source(),
        plan.parameters(),
        plan.text(Keyword.SYSTEM),
        plan.text(Keyword.TEMPLATE),
        plan.text(Keyword.RENDERER),
        plan.text(Keyword.PARSER),
        plan.text(Keyword.REQUIRES).replaceFirst("^v", ""),
        plan.file.all(Keyword.LICENSE).stream().map(Instruction::value).toList(),
        plan.messages());
  }

  /// The base model, where FROM names one.
  static Optional<ModelName> base(Modelfile file) {
    return file.from()
        .map(from -> FromValue.of(from.value()))
        .flatMap(from ->
            from instanceof FromValue.Model(var name) ? Optional.of(name) : Optional.empty());
  }

  private BuildSource source() {
    var paths = new ArrayList<Path>();
    Optional<ModelName> model = Optional.empty();
    for (var from : file.all(Keyword.FROM)) {
      switch (FromValue.of(from.value())) {
        case FromValue.Model(var name) -> model = Optional.of(name);
        case FromValue.LocalPath(var path) -> paths.add(folders.resolve(path));
        case FromValue.Unusable() -> throw new IllegalArgumentException("FROM " + from.value());
      }
    }
    if (!paths.isEmpty()) {
      return new BuildSource.Files(paths);
    }
    return new BuildSource.Installed(
        model.orElseThrow(() -> new IllegalArgumentException("no FROM")));
  }

  private Map<String, Object> parameters() {
    var values = new LinkedHashMap<String, Object>();
    for (var parameter : Parameters.ALL) {
      var written = file.parameterValues(parameter.name());
      if (!written.isEmpty()) {
        values.put(parameter.name(), value(parameter, written));
      }
    }
    return values;
  }

  private static Object value(Parameter parameter, List<String> written) {
    return parameter.type() == ParameterType.TEXT_LIST
        ? List.copyOf(written)
        : parameter
            .type()
            .read(written.getLast())
            .orElseThrow(
                () -> new IllegalArgumentException(parameter.name() + " " + written.getLast()));
  }

  private String text(Keyword keyword) {
    return file.last(keyword).map(Instruction::value).orElse("");
  }

  private List<ChatMessage> messages() {
    return file.all(Keyword.MESSAGE).stream()
        .map(message -> new ChatMessage(message.name(), message.value()))
        .toList();
  }
}
