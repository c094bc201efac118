package dev.switchyard.domain.modelfile;

import dev.switchyard.domain.Message;
import java.util.ArrayList;
import java.util.List;

/// One parameter that a built model has otherwise than its Modelfile says.
///
/// @param parameter which
/// @param asked what the Modelfile says
/// @param built what the server has; empty where it has none
public record BuiltDifference(Parameter parameter, String asked, String built) {
  /// All differences in what the Modelfile sets. What it does not set is inherited from the base.
  ///
  /// @param asked the Modelfile
  /// @param built the Modelfile that the server prints of what it has
  public static List<BuiltDifference> between(Modelfile asked, Modelfile built) {
    var found = new ArrayList<BuiltDifference>();
    for (var parameter : Parameters.ALL) {
      var wanted = values(asked, parameter);
      if (!wanted.isEmpty() && !wanted.equals(values(built, parameter))) {
        found.add(new BuiltDifference(parameter, shown(asked, parameter), shown(built, parameter)));
      }
    }
    return found;
  }

  public Message text() {
    return Message.of("modelfile.built.differs", parameter.name(), asked, built);
  }

  private static List<Object> values(Modelfile file, Parameter parameter) {
    return deciding(file, parameter).stream()
        .flatMap(text -> parameter.type().readPrinted(text).stream())
        .toList();
  }

  private static String shown(Modelfile file, Parameter parameter) {
    return String.join(", ", deciding(file, parameter));
  }

  private static List<String> deciding(Modelfile file, Parameter parameter) {
    var written = file.parameterValues(parameter.name());
    return parameter.type() == ParameterType.TEXT_LIST || written.isEmpty()
        ? written
        : List.of(written.getLast());
  }
}
