package dev.switchyard.domain.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.switchyard.adapter.claude.ClaudeData;
import dev.switchyard.adapter.claude.ClaudeFiles;
import dev.switchyard.adapter.git.GitCheckouts;
import dev.switchyard.adapter.process.HomeLocator;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.real.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A row of the table as it stands on the disk, in a folder of its own with its own home.
///
/// @param row the row
/// @param root holds `home`, `project` and whatever else the row names
/// @param addresses what the row's placeholders stand for
/// @param environment what Claude Code is started with
record RouteScene(RouteRow row, Path root, Addresses addresses, Map<String, String> environment) {
  /// The addresses that a row may name.
  ///
  /// @param local a server on this machine
  /// @param second another one
  /// @param sixth one that listens on IPv6
  /// @param proxy on the way to everything else
  record Addresses(String local, String second, String sixth, String proxy) {
    String fill(String text) {
      return text.replace("$LOCAL", local)
          .replace("$SECOND", second)
          .replace("$SIXTH", sixth)
          .replace("$PROXYPORT", proxy.substring(proxy.lastIndexOf(':') + 1))
          .replace("$PROXY", proxy)
          .replace("$PORT", local.substring(local.lastIndexOf(':') + 1))
          .replace("$OTHER", "https://" + TlsIdentity.GATEWAY + "/prefix")
          .replace("$KEY", RouteRow.KEY);
    }

    String of(RouteRow.Arrival arrival) {
      return switch (arrival) {
        case LOCAL, PROXY -> local;
        case SECOND -> second;
        case SIXTH -> sixth;
        case OTHER -> fill("$OTHER");
        case PROXY_FOR_OTHER -> "http://" + TlsIdentity.GATEWAY + ":8080";
        case LOCAL_NOT_LOGGED_IN -> local;
        case CLOUD, NOT_LOGGED_IN, PROVIDER, NOWHERE -> "";
      };
    }
  }

  /// @param root an empty folder
  /// @param base the environment before the row's own variables
  static RouteScene prepare(RouteRow row, Path root, Addresses addresses, Map<String, String> base)
      throws IOException {
    var environment = new HashMap<>(base);
    environment.put("HOME", root.resolve("home").toString());
    row.process()
        .forEach((name, value) ->
            value.ifPresentOrElse(
                text -> environment.put(name, fill(text, root, addresses)),
                () -> environment.remove(name)));
    var scene = new RouteScene(row, root, addresses, environment);
    scene.write();
    return scene;
  }

  /// An environment from which nothing leaves the machine.
  static Map<String, String> shielded(Addresses addresses, Map<String, String> base) {
    var environment = new HashMap<>(base);
    environment.put("HTTPS_PROXY", addresses.proxy());
    environment.put("NO_PROXY", "127.0.0.1,localhost,[::1]");
    return environment;
  }

  private void write() throws IOException {
    Files.createDirectories(root.resolve("home"));
    Files.createDirectories(root.resolve("project"));
    for (var file : row.files().entrySet()) {
      var content = file.getValue();
      put(file.getKey(), fill(content.text()).getBytes(content.charset()));
    }
    for (var repository : row.repositories()) {
      Files.createDirectories(root.resolve(repository).resolve(".git/objects"));
      Files.createDirectories(root.resolve(repository).resolve(".git/refs"));
      put(repository + "/.git/HEAD", "ref: refs/heads/main\n".getBytes(UTF_8));
    }
    for (var worktree : row.worktrees().entrySet()) {
      var inside = worktree.getValue() + "/.git/worktrees/" + worktree.getKey();
      line(worktree.getKey() + "/.git", "gitdir: " + root.resolve(inside));
      line(inside + "/gitdir", root.resolve(worktree.getKey()).resolve(".git").toString());
      line(inside + "/commondir", "../..");
      line(inside + "/HEAD", "ref: refs/heads/other");
    }
    for (var link : row.links().entrySet()) {
      Files.createDirectories(root.resolve(link.getKey()).getParent());
      Files.createSymbolicLink(root.resolve(link.getKey()), root.resolve(link.getValue()));
    }
    Files.createDirectories(folder());
  }

  Path folder() {
    return root.resolve(row.folder());
  }

  /// The options that Claude Code is started with.
  List<String> options() {
    var options = new ArrayList<String>();
    row.arguments().forEach(word -> options.add(fill(word)));
    row.flag().ifPresent(text -> options.addAll(List.of("--settings", fill(text))));
    row.chosenModel().ifPresent(model -> options.addAll(List.of("--model", model)));
    return options;
  }

  /// The same as the resolver is asked.
  ClaudeStart start() {
    var start = new ClaudeStart(folder(), StartedFrom.TERMINAL);
    if (row.flag().isPresent()) {
      start = start.withSettings(fill(row.flag().get()));
    }
    if (row.chosenModel().isPresent()) {
      return start.withModel(row.chosenModel().get());
    }
    return row.earlierModel().isPresent() ? start.resuming(row.earlierModel().get()) : start;
  }

  /// What the resolver makes of it.
  Resolution said() throws PortException {
    return RouteResolver.resolution(reader().inputs(start()));
  }

  /// The header lines that carry a credential, as the row expects them.
  Set<String> expectedHeaders() {
    return row.headers().stream().map(this::fill).collect(toUnmodifiableSet());
  }

  SettingsRouteReader reader() {
    var home =
        new HomeLocator(new Surroundings(OperatingSystem.LINUX, environment, root.resolve("home")))
            .locate(Optional.empty());
    return new SettingsRouteReader(
        new ClaudeFiles(),
        new GitCheckouts(new Processes(environment, OperatingSystem.LINUX)),
        new ClaudeData(home, OperatingSystem.LINUX),
        new ClaudeSurroundings(
            home.directory(),
            root.resolve(RouteRow.MANAGED),
            home.claudeUserSettings(),
            environment));
  }

  private String fill(String text) {
    return fill(text, root, addresses);
  }

  private static String fill(String text, Path root, Addresses addresses) {
    return addresses.fill(text).replace("$ROOT", root.toString());
  }

  private void line(String file, String text) throws IOException {
    put(file, (text + "\n").getBytes(UTF_8));
  }

  private void put(String file, byte[] content) throws IOException {
    var target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, content);
  }
}
