package dev.switchyard.domain.doctor.check;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.doctor.MachineFacts;
import dev.switchyard.domain.doctor.Remedy;
import dev.switchyard.domain.doctor.ServerEnvironment;
import dev.switchyard.domain.doctor.ServerEnvironment.Starter;
import dev.switchyard.domain.doctor.Step;
import dev.switchyard.domain.doctor.UnitFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the server of this machine comes to be started with other variables: by whoever starts it.
///
/// Source of the commands: Ollama `docs/faq.mdx`. Those of macOS and Windows were not run.
final class StartedWith {
  private static final String FOLDER = "/etc/systemd/system/ollama.service.d";

  private StartedWith() {}

  /// @param wanted names and values
  static Remedy remedy(MachineFacts facts, Map<String, String> wanted) {
    var starter =
        facts
            .host()
            .environment()
            .toOptional()
            .map(ServerEnvironment::starter)
            .orElseGet(() -> byHost(facts));
    var ordered = new TreeMap<>(wanted);
    return switch (starter) {
      case USER_SERVICE -> Remedy.Fix.of(new Step.Configure(ordered));
      case SYSTEM_SERVICE ->
          new Remedy.ByHand(Message.of("doctor.by-hand.unit"), ofUnit(facts, ordered));
      case MACOS_APPLICATION ->
          new Remedy.ByHand(
              Message.of("doctor.by-hand.launchctl"),
              calls(facts, List.of("launchctl", "setenv"), ordered));
      case WINDOWS_APPLICATION ->
          new Remedy.ByHand(
              Message.of("doctor.by-hand.setx"), calls(facts, List.of("setx"), ordered));
      case PERSON -> new Remedy.ByHand(Message.of("doctor.by-hand.serve"), serve(facts, ordered));
    };
  }

  private static Starter byHost(MachineFacts facts) {
    return switch (facts.system()) {
      case LINUX ->
          facts.service().equals(Known.of(true)) ? Starter.SYSTEM_SERVICE : Starter.PERSON;
      case MACOS -> Starter.MACOS_APPLICATION;
      case WINDOWS -> Starter.WINDOWS_APPLICATION;
    };
  }

  /// Writes a file that systemd lays over the unit, as `systemctl edit` would, and starts it anew.
  private static List<String> ofUnit(MachineFacts facts, Map<String, String> wanted) {
    var shell = facts.shell();
    var lines = UnitFile.text(wanted).lines().toList();
    var print = new ArrayList<>(List.of("printf", "%s\\n"));
    print.addAll(lines);
    return List.of(
        shell.call(List.of("sudo", "mkdir", "-p", FOLDER)),
        shell.call(print)
            + " | "
            + shell.call(List.of("sudo", "tee", FOLDER + "/zz-switchyard.conf")),
        "sudo systemctl daemon-reload",
        "sudo systemctl restart ollama");
  }

  private static List<String> calls(
      MachineFacts facts, List<String> command, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .map(entry -> {
          var words = new ArrayList<>(command);
          words.add(entry.getKey());
          words.add(entry.getValue());
          return facts.shell().call(words);
        })
        .toList();
  }

  private static List<String> serve(MachineFacts facts, Map<String, String> wanted) {
    var lines = new ArrayList<String>();
    wanted.forEach((name, value) -> lines.add(facts.shell().export(name, value)));
    lines.add("ollama serve");
    return lines;
  }
}
