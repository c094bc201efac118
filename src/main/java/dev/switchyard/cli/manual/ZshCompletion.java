package dev.switchyard.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For zsh, as a file `_switchyard` in one of the folders of `fpath`.
final class ZshCompletion implements Completion {
  private static final String FRAME =
      """
      #compdef switchyard
      # Completion of switchyard for zsh; made by: switchyard completion zsh
      _switchyard_models() {
        local -a models
        models=(${(f)"$(switchyard completion models 2>/dev/null)"})
        compadd -a models
      }
      _switchyard() {
        local curcontext=$curcontext state line
        local -a shared commands
        typeset -A opt_args
        shared=(
      @SHARED@
        )
        commands=(
      @COMMANDS@
        )
        _arguments -C $shared \\
      @OWN@    '1: :->command' '*:: :->rest'
        case $state in
          command) _describe command commands ;;
          rest)
            case $words[1] in
      @REST@
            esac
            ;;
        esac
      }
      if [ "$funcstack[1]" = _switchyard ]; then
        _switchyard "$@"
      else
        compdef _switchyard switchyard
      fi
      """;

  @Override
  public String shell() {
    return "zsh";
  }

  @Override
  public String of(Described program) {
    return FRAME
        .replace("@SHARED@", lines("    ", specs(Completion.shared(program))))
        .replace("@COMMANDS@", lines("    ", program.commands().stream().map(ZshCompletion::entry)))
        .replace(
            "@OWN@",
            specs(Completion.own(program))
                .map(spec -> "    " + spec + " \\\n")
                .collect(Collectors.joining()))
        .replace("@REST@", lines("        ", program.commands().stream().map(ZshCompletion::rest)));
  }

  private static String lines(String indent, Stream<String> lines) {
    return lines.map(line -> indent + line).collect(Collectors.joining("\n"));
  }

  private static String entry(Described command) {
    return quoted(command.name() + ":" + command.summary().replace(":", "\\:"));
  }

  private static String rest(Described command) {
    var specs =
        Stream.concat(
                specs(Completion.own(command)),
                command.arguments().stream().map(ZshCompletion::argument))
            .collect(Collectors.joining(" "));
    return "%s) _arguments $shared %s ;;".formatted(command.name(), specs).replace("  ", " ");
  }

  private static Stream<String> specs(Stream<Described.Option> options) {
    return options.flatMap(option ->
        option.names().stream()
            .map(name -> quoted(name + "[" + escaped(option.summary()) + "]" + value(option))));
  }

  private static String value(Described.Option option) {
    return option.takesValue() ? ":" + escaped(option.label()) + ":" + action(option.values()) : "";
  }

  private static String argument(Described.Argument argument) {
    return quoted("*:" + escaped(argument.label()) + ":" + action(argument.values()));
  }

  private static String action(Values values) {
    return switch (values) {
      case Values.Any() -> " ";
      case Values.Words(var words) -> "(" + String.join(" ", words) + ")";
      case Values.Files() -> "_files";
      case Values.Folders(var first) -> folders(first);
      case Values.Models() -> "_switchyard_models";
    };
  }

  private static String folders(List<String> first) {
    return first.isEmpty() ? "_files -/" : "{compadd " + String.join(" ", first) + "; _files -/}";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
