package dev.switchyard.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For bash, from version 3 on: without the package bash-completion.
final class BashCompletion implements Completion {
  private static final String FRAME =
      """
      # Completion of switchyard for bash; made by: switchyard completion bash
      _switchyard() {
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_LINE:0:COMP_POINT} full previous='' command='' word
        local IFS=$' \\t\\n'
        # Bash takes a word with a colon, such as a model's name, for three.
        full=${before##*[[:space:]]}
        before=${before%"$full"}
        for word in ${before#*[[:space:]]}; do
          if [ "$word" = -- ]; then
            _switchyard_paths -f
            return
          fi
          if [ -z "$command" ]; then
            case $word in
              @COMMANDS@) command=$word ;;
            esac
          fi
          previous=$word
        done
        case $full in
          --*=*)
            previous=${full%%=*}
            full=${full#*=}
            ;;
        esac
        case "$command $previous" in
      @VALUES@
        esac
        case $full in
          -*)
            case $command in
      @OPTIONS@
            esac
            return
            ;;
        esac
        case $command in
      @ARGUMENTS@
        esac
      }
      _switchyard_words() {
        COMPREPLY=($(compgen -W "$1" -- "$full"))
        case $full in
          *:*) COMPREPLY=("${COMPREPLY[@]#"${full%"${full##*:}"}"}") ;;
        esac
      }
      _switchyard_paths() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen "$1" -- "$current"))
        compopt -o filenames 2>/dev/null
      }
      complete -F _switchyard switchyard
      """;

  @Override
  public String shell() {
    return "bash";
  }

  @Override
  public String of(Described program) {
    var names = program.commands().stream().map(Described::name).toList();
    return FRAME
        .replace("@COMMANDS@", String.join(" | ", names))
        .replace("@VALUES@", values(program))
        .replace("@OPTIONS@", options(program))
        .replace("@ARGUMENTS@", arguments(program, names));
  }

  private static String values(Described program) {
    var shared = Completion.shared(program).flatMap(option -> value("*", option));
    var own =
        program.commands().stream()
            .flatMap(command ->
                Completion.own(command).flatMap(option -> value(command.name(), option)));
    return Stream.concat(shared, own).collect(Collectors.joining("\n"));
  }

  private static Stream<String> value(String command, Described.Option option) {
    if (!option.takesValue()) {
      return Stream.empty();
    }
    var patterns =
        option.names().stream()
            .map(
                name -> command.equals("*") ? "*' " + name + "'" : "'" + command + " " + name + "'")
            .collect(Collectors.joining(" | "));
    return Stream.of("    %s) %s; return ;;".formatted(patterns, action(option.values())));
  }

  private static String options(Described program) {
    var shared = names(Completion.shared(program));
    var own =
        program.commands().stream()
            .map(command ->
                "        %s) _switchyard_words '%s' ;;"
                    .formatted(
                        command.name(), (names(Completion.own(command)) + " " + shared).strip()));
    var without =
        "        *) _switchyard_words '%s' ;;".formatted(names(program.options().stream()));
    return Stream.concat(own, Stream.of(without)).collect(Collectors.joining("\n"));
  }

  private static String arguments(Described program, List<String> names) {
    var own =
        program.commands().stream()
            .flatMap(command ->
                command.arguments().stream()
                    .map(argument ->
                        "    %s) %s ;;".formatted(command.name(), action(argument.values()))));
    var none = "    '') _switchyard_words '%s' ;;".formatted(String.join(" ", names));
    return Stream.concat(Stream.of(none), own).collect(Collectors.joining("\n"));
  }

  private static String names(Stream<Described.Option> options) {
    return options.flatMap(Described.Option::longNames).collect(Collectors.joining(" "));
  }

  private static String action(Values values) {
    return switch (values) {
      case Values.Any() -> ":";
      case Values.Words(var words) -> "_switchyard_words '" + String.join(" ", words) + "'";
      case Values.Files() -> "_switchyard_paths -f";
      case Values.Folders(var first) when first.isEmpty() -> "_switchyard_paths -d";
      case Values.Folders(var first) ->
          "_switchyard_words '" + String.join(" ", first) + "'; _switchyard_paths -d";
      case Values.Models() -> "_switchyard_words \"$(switchyard completion models 2>/dev/null)\"";
    };
  }
}
