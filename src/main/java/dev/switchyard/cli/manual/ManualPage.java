package dev.switchyard.cli.manual;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The manual page `switchyard(1)`, in the language of `man`.
public final class ManualPage {
  private static final int EXIT_CODES = 5;
  private static final Pattern OUTSIDE_ASCII = Pattern.compile("[^\\x00-\\x7f]");

  private final Function<String, String> texts;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(Function<String, String> texts) {
    this.texts = texts;
  }

  /// @param version of the program; may be empty
  /// @param texts the text of a key in the message bundle
  public static String of(Described program, String version, Function<String, String> texts) {
    var manual = new ManualPage(texts);
    manual.write(program, version);
    return manual.page.toString();
  }

  private void write(Described program, String version) {
    request(".TH SWITCHYARD 1 \"\" \"Switchyard " + version + "\"");
    section("name");
    text(program.name() + " \\- ", texts.apply("cli.manual.summary"));
    section("synopsis");
    request(".B switchyard");
    text("", "[OPTIONS] [COMMAND]");
    section("description");
    text("", program.summary());
    section("commands");
    program.commands().forEach(this::command);
    section("options");
    program.options().forEach(this::option);
    section("exit");
    IntStream.range(0, EXIT_CODES)
        .forEach(code -> entry(String.valueOf(code), texts.apply("cli.manual.exit." + code)));
    section("files");
    for (var file : List.of("settings", "state", "log")) {
      entry(
          texts.apply("cli.manual.file." + file), texts.apply("cli.manual.file." + file + ".what"));
    }
  }

  private void command(Described command) {
    var words = command.arguments().map(argument -> " " + argument.label()).orElse("");
    request(".SS \"switchyard " + roff(command.name() + words) + "\"");
    text("", command.summary());
    command.arguments().ifPresent(argument -> entry(argument.label(), argument.summary()));
    Completion.own(command).forEach(this::option);
    for (var note : command.notes()) {
      request(".PP");
      text("", note);
    }
  }

  private void option(Described.Option option) {
    var names = String.join(", ", option.names());
    entry(option.takesValue() ? names + "=" + option.label() : names, option.summary());
  }

  private void entry(String term, String what) {
    request(".TP");
    request(".B " + roff(term));
    text("", what);
  }

  private void section(String name) {
    request(".SH " + roff(texts.apply("cli.manual.section." + name)));
  }

  private void request(String line) {
    page.append(line).append('\n');
  }

  /// @param before is roff already
  private void text(String before, String text) {
    page.append(before).append(roff(text)).append('\n');
  }

  /// A hyphen would be set as one, and could not be pasted; a point or an apostrophe at a line's
  /// beginning would be a request.
  private static String roff(String text) {
    var plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    var ascii =
        OUTSIDE_ASCII
            .matcher(plain)
            .replaceAll(letter -> "\\\\[u%04X]".formatted(letter.group().codePointAt(0)));
    return ascii.startsWith(".") || ascii.startsWith("'") ? "\\&" + ascii : ascii;
  }
}
