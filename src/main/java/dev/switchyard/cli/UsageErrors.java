package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line that picocli cannot read, whose own sentences are English
/// in every language.
final class UsageErrors implements IParameterExceptionHandler {
  private final Texts texts;

  UsageErrors(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    var line = wrong.getCommandLine();
    line.getErr().println(texts.text(said(wrong)));
    var suggestions = suggestions(wrong);
    if (suggestions.isEmpty()) {
      HelpTexts.print(line, texts);
    } else {
      line.getErr().println(texts.text("cli.usage.suggestions", String.join(", ", suggestions)));
    }
    return ExitCode.USAGE.number();
  }

  private static Message said(ParameterException wrong) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          Message.of(
              unmatched.isUnknownOption() ? "cli.usage.unknown-option" : "cli.usage.unmatched",
              String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing -> missing(missing.getMissing());
      case OverwrittenOptionException twice ->
          Message.of("cli.usage.twice", name(twice.getOverwritten()));
      default -> wrongValue(wrong);
    };
  }

  private static Message missing(List<ArgSpec> missing) {
    var names = missing.stream().map(UsageErrors::name).collect(Collectors.joining(", "));
    return missing.stream().anyMatch(ArgSpec::isPositional)
        ? Message.of("cli.usage.missing", names)
        : Message.of("cli.usage.no-value", names);
  }

  private static Message wrongValue(ParameterException wrong) {
    var argument = wrong.getArgSpec();
    if (argument == null) {
      return Message.of("cli.usage.other", Objects.toString(wrong.getMessage()));
    }
    return wrong.getCause() instanceof WrongValue value
        ? Message.of("cli.usage.wrong-value", name(argument), value.text())
        : Message.of("cli.usage.bad-value", name(argument), Objects.toString(wrong.getValue()));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Arrays.stream(option.names())
            .filter(name -> name.startsWith("--"))
            .findFirst()
            .orElseGet(option::longestName)
        : argument.paramLabel();
  }

  private static List<String> suggestions(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return List.of();
    }
    var before = wrong.getCommandLine().getCommandSpec().qualifiedName() + " ";
    return unmatched.getSuggestions().stream()
        .map(found -> unmatched.isUnknownOption() ? found : before + found)
        .toList();
  }
}
