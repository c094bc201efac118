package dev.switchyard.adapter.start;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.start.RegistryListing;
import dev.switchyard.domain.start.SystemVariables;
import dev.switchyard.domain.start.SystemdListing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Where the systems keep the variables that they give to every program of a session.
public final class SystemStores implements SystemVariables {
  static final String USER_KEY = "HKCU\\Environment";
  static final String MACHINE_KEY =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

  private static final Duration LIMIT = Duration.ofSeconds(3);

  /// Asks for each name in turn, since launchd has no list of them.
  private static final String LAUNCHD =
      "for name; do value=$(/bin/launchctl getenv \"$name\") || continue;"
          + " [ -n \"$value\" ] && printf '%s=%s\\0' \"$name\" \"$value\"; done; exit 0";

  private final Processes processes;

  public SystemStores(Processes processes) {
    this.processes = processes;
  }

  Known<Map<String, String>> systemd() {
    return ask(List.of("systemctl", "--user", "show-environment"), SystemdListing::parse);
  }

  @Override
  public Known<Map<String, String>> launchd(Collection<String> names) {
    var question = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCHD, "launchd"));
    question.addAll(names);
    return ask(question, SystemStores::separated);
  }

  @Override
  public Known<Map<String, String>> ofUser(Map<String, String> known) {
    return registry(USER_KEY, known);
  }

  @Override
  public Known<Map<String, String>> ofMachine(Map<String, String> known) {
    return registry(MACHINE_KEY, known);
  }

  /// @param key [#USER_KEY] or [#MACHINE_KEY]
  /// @param known what values may refer to
  Known<Map<String, String>> registry(String key, Map<String, String> known) {
    return ask(List.of("reg.exe", "query", key), output -> RegistryListing.parse(output, known));
  }

  private Known<Map<String, String>> ask(
      List<String> question, Function<String, Map<String, String>> reading) {
    var program = String.join(" ", question.subList(0, Math.min(3, question.size())));
    try {
      var outcome = processes.run(Command.of(question).within(LIMIT));
      return outcome.succeeded()
          ? Known.of(reading.apply(outcome.output()))
          : Known.unknown(Message.of("route.start.no-answer", program, outcome.errors().strip()));
    } catch (PortException e) {
      return Known.unknown(e.text());
    }
  }

  private static Map<String, String> separated(String output) {
    var variables = new TreeMap<String, String>();
    for (var entry : output.split("\0", -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        variables.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return variables;
  }
}
