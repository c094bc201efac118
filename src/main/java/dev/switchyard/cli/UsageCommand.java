package dev.switchyard.cli;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.usage.Grouping;
import dev.switchyard.domain.usage.Period;
import dev.switchyard.domain.usage.SavingsAnswer;
import dev.switchyard.domain.usage.UsageHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `switchyard usage`: how much which models were used, and what the local part would have cost.
@Command(name = "usage", description = "${bundle:cli.usage-command}")
final class UsageCommand implements Callable<Integer> {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 36_500;

  private final CommandContext context;

  @Parameters(
      arity = "0..3",
      paramLabel = "[price list|set NAME|remove]",
      hideParamSyntax = true,
      description = "${bundle:cli.usage-command.words}")
  private List<String> words = new ArrayList<>();

  @Option(names = "--days", paramLabel = "N", description = "${bundle:cli.usage-command.days}")
  private @Nullable Integer days;

  @Option(names = "--since", paramLabel = "DATE", description = "${bundle:cli.usage-command.since}")
  private @Nullable String since;

  @Option(names = "--by", paramLabel = "WAY", description = "${bundle:cli.usage-command.by}")
  private String by = Grouping.PROJECT.id();

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "${bundle:cli.usage-command.project}")
  private @Nullable Path project;

  @Mixin private final PriceOptions price = new PriceOptions();

  UsageCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    if (words.isEmpty()) {
      if (price.areGiven()) {
        throw new WrongUsage("cli.usage-command.only-price");
      }
      return tell();
    }
    if (!words.getFirst().equals("price") || days != null || since != null || project != null) {
      throw new WrongUsage("cli.usage-command.words-wanted");
    }
    return new PriceAction(context, price).run(words.subList(1, words.size()));
  }

  private int tell() throws PortException {
    var grouping =
        Grouping.of(by).orElseThrow(() -> new WrongUsage("cli.usage-command.no-way", by));
    var reading = context.useCases().usage();
    var period = period(reading.today());
    var prices = context.useCases().prices().load();
    try (var interruption = context.useCases().listenForInterruption()) {
      var all = reading.read(new Percent(context.console()), interruption).within(period);
      var usage = project == null ? all : reading.of(project, all);
      var said = new SavingsAnswer(period, usage, prices);
      var answer = context.answer();
      UsageAnswer.fill(answer, said, grouping);
      return context.finish(
          ExitCode.DONE, answer, console -> UsageLines.print(console, said, grouping));
    }
  }

  private Period period(LocalDate today) {
    if (days != null && since != null) {
      throw new WrongUsage("cli.usage-command.one-period");
    }
    if (since != null) {
      return new Period(date(since, today), today);
    }
    int wanted = days == null ? USUAL_DAYS : days;
    if (wanted < 1 || wanted > MOST_DAYS) {
      throw new WrongUsage("cli.usage-command.no-days", MOST_DAYS);
    }
    return Period.ofDays(wanted, today);
  }

  private static LocalDate date(String text, LocalDate today) {
    try {
      var date = LocalDate.parse(text);
      if (!date.isAfter(today) && date.isAfter(today.minusDays(MOST_DAYS))) {
        return date;
      }
    } catch (DateTimeParseException _) {
      // Said below.
    }
    throw new WrongUsage("cli.usage-command.no-date", text);
  }

  /// Tells how far a long reading is: nothing of one that a person does not notice.
  private static final class Percent implements UsageHistory.Progress {
    private static final long LONG = 64L << 20;
    private static final int STEP = 10;

    private final Console console;
    private long told;

    Percent(Console console) {
      this.console = console;
    }

    @Override
    public void read(long bytes, long of) {
      long percent = of < LONG ? 0 : 100 * bytes / of / STEP * STEP;
      if (percent > told) {
        told = percent;
        console.note(Message.of("usage.progress", percent));
      }
    }
  }
}
