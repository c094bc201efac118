package dev.switchyard.cli.manual;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// A command as it describes itself, in the reader's language.
///
/// @param name as it is typed
/// @param summary what it does, in a sentence or two
/// @param options its own and those that all commands share, in the order of the help
/// @param arguments what is typed without a name; empty for none
/// @param notes what its help ends with
/// @param commands those below it
public record Described(
    String name,
    String summary,
    List<Option> options,
    Optional<Argument> arguments,
    List<String> notes,
    List<Described> commands) {

  /// @param names such as `-c`, `--continue`
  /// @param label what stands for its value; empty where it takes none
  /// @param shared whether every command has it
  public record Option(
      List<String> names, String label, String summary, Values values, boolean shared) {
    public boolean takesValue() {
      return !label.isEmpty();
    }

    /// The name that completes to more than one letter.
    public Stream<String> longNames() {
      return names.stream().filter(name -> name.startsWith("--"));
    }
  }

  /// @param label what stands for the words
  public record Argument(String label, String summary, Values values) {}

  public static Described of(CommandLine line) {
    var spec = line.getCommandSpec();
    return new Described(
        spec.name(),
        text(spec.usageMessage().description()),
        spec.options().stream().filter(option -> !option.hidden()).map(Described::option).toList(),
        argument(spec),
        Stream.of(spec.usageMessage().footer())
            .map(Described::plain)
            .filter(note -> !note.isBlank())
            .toList(),
        line.getSubcommands().values().stream()
            .filter(command -> !command.getCommandSpec().usageMessage().hidden())
            .map(Described::of)
            .toList());
  }

  private static Option option(OptionSpec option) {
    var label = option.arity().max() == 0 ? "" : option.paramLabel();
    return new Option(
        Stream.of(option.names()).toList(),
        label,
        text(option.description()),
        Values.of(label, List.of(option.names())),
        option.scopeType() == ScopeType.INHERIT || option.usageHelp() || option.versionHelp());
  }

  private static Optional<Argument> argument(CommandSpec spec) {
    return spec.positionalParameters().stream()
        .filter(argument -> !argument.hidden())
        .findFirst()
        .map(argument ->
            new Argument(
                argument.paramLabel(),
                text(argument.description()),
                Values.of(argument.paramLabel(), List.of())));
  }

  private static String text(String[] lines) {
    return plain(String.join(" ", lines));
  }

  /// picocli doubles a percent sign in what it formats.
  private static String plain(String text) {
    return text.replace("%%", "%").replace("%n", " ").strip();
  }
}
