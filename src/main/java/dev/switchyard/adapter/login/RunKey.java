package dev.switchyard.adapter.login;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.login.LoginStart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A value of the Run key in the person's part of Windows' registry, through `reg`.
final class RunKey implements LoginStart {
  private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  private static final String VALUE = "Switchyard";

  private final Runner runner;
  private final List<String> command;

  /// Runs a program to its end.
  @FunctionalInterface
  interface Runner {
    Outcome run(Command command) throws PortException;
  }

  RunKey(Runner runner, List<String> command) {
    this.runner = runner;
    this.command = List.copyOf(command);
  }

  @Override
  public boolean isOn() throws PortException {
    return reg("query").succeeded();
  }

  @Override
  public void set(boolean on) throws PortException {
    var outcome = on ? reg("add", "/t", "REG_SZ", "/d", line(), "/f") : reg("delete", "/f");
    if (!outcome.succeeded() && on != isOn()) {
      throw new PortException(
          PortException.Kind.FAILED, Message.of("login.registry", outcome.errors().strip()));
    }
  }

  private Outcome reg(String verb, String... more) throws PortException {
    var arguments = new ArrayList<>(List.of("reg", verb, KEY, "/v", VALUE));
    arguments.addAll(List.of(more));
    return runner.run(Command.of(arguments));
  }

  private String line() {
    return command.stream().map("\"%s\""::formatted).collect(Collectors.joining(" "));
  }
}
