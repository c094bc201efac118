package dev.switchyard.cli;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.memory.MemoryPool;
import dev.switchyard.domain.memory.MemoryReading;
import dev.switchyard.ui.text.Sizes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `switchyard status`: what is here and what is in memory, at this moment.
@Command(name = "status", description = "${bundle:cli.status}")
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws PortException {
    var reading = context.useCases().memory().read();
    var answer = context.answer();
    answer.object("memory", memory -> pool(memory, reading.ram()));
    switch (reading.gpus()) {
      case Known.Value<List<MemoryPool>>(var gpus) ->
          answer.objects("gpus", gpus, (gpu, pool) -> pool(gpu.put("name", pool.name()), pool));
      case Known.Unknown<List<MemoryPool>>(var reason) -> answer.unknown("gpus", reason);
    }
    return context.finish(ExitCode.DONE, answer, console -> print(console, reading));
  }

  private static void pool(Answer answer, MemoryPool pool) {
    answer.put("totalBytes", pool.totalBytes()).put("usedBytes", pool.usedBytes());
  }

  private static void print(Console console, MemoryReading reading) {
    console.line("cli.status.memory", amounts(console, reading.ram()));
    switch (reading.gpus()) {
      case Known.Value<List<MemoryPool>>(var gpus) ->
          gpus.forEach(gpu -> console.line("cli.status.gpu", gpu.name(), amounts(console, gpu)));
      case Known.Unknown<List<MemoryPool>>(var reason) -> console.line(reason);
    }
  }

  private static String amounts(Console console, MemoryPool pool) {
    var texts = console.texts();
    return texts.text(
        "cli.status.amounts", size(console, pool.usedBytes()), size(console, pool.totalBytes()));
  }

  private static String size(Console console, Known<Long> bytes) {
    return switch (bytes) {
      case Known.Value<Long>(var value) -> Sizes.bytes(value, console.texts().locale());
      case Known.Unknown<Long>(var reason) -> console.texts().text(reason);
    };
  }
}
