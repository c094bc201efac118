package dev.switchyard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.demo.Setup;
import dev.switchyard.adapter.demo.SimulatedOllama;
import dev.switchyard.adapter.tray.StatusNotifierHost;
import dev.switchyard.real.RealPrograms;
import dev.switchyard.real.VirtualDesktop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in a desktop session: its item on the real bus, its real window, and files on
/// the disk.
class TrayIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MODEL = "gemma4-claude";

  /// Names of JavaFX's threads; Linux keeps their first 15 characters.
  private static final List<String> TOOLKIT = List.of("JavaFX Applicat", "QuantumRenderer");

  @TempDir Path folder;
  private Path home;
  private VirtualDesktop desktop;
  private SimulatedOllama ollama;
  private StatusNotifierHost panel;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    RealPrograms.requireOnPath("xdotool");
    desktop = VirtualDesktop.start(Files.createDirectory(folder.resolve("run")));
    ollama = SimulatedOllama.start(Setup.instant());
    home = Files.createDirectory(folder.resolve("home"));
    var notes = Files.createDirectories(home.resolve("src/notes"));
    Files.writeString(
        home.resolve(".claude.json"), "{\"projects\": {\"%s\": {}}}".formatted(notes));
    Files.createDirectories(home.resolve(".config/switchyard"));
    Files.writeString(
        home.resolve(".config/switchyard/settings.json"), "{\"whenClosed\": \"stay\"}");
  }

  @AfterEach
  void close() throws InterruptedException {
    started.forEach(Process::destroy);
    for (var process : started) {
      process.waitFor();
    }
    if (panel != null) {
      panel.close();
    }
    if (ollama != null) {
      ollama.close();
    }
    if (desktop != null) {
      desktop.close();
    }
  }

  @Test
  void theTraySwitchesBringsTheWindowBackAndQuits() throws Exception {
    panel = new StatusNotifierHost(desktop.environment().get("DBUS_SESSION_BUS_ADDRESS"));
    var first = start();
    panel.awaitItem();
    assertThat(panel.itemProperties()).containsKeys("IconPixmap", "ToolTip", "Menu");
    panel.awaitMenu(lines -> lines.contains("notes: cloud"));

    panel.click("notes", "Local", MODEL);

    panel.awaitMenu(lines -> lines.containsAll(List.of("notes: " + MODEL, "    (x) " + MODEL)));
    var settings = home.resolve("src/notes/.claude/settings.json");
    assertThat(settings).content(UTF_8).contains("\"ANTHROPIC_MODEL\": \"" + MODEL + "\"");

    closeWindow();
    panel.activate();
    awaitWindow(true);

    closeWindow();
    var second = start();
    assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    awaitWindow(true);
    assertThat(first.isAlive()).isTrue();

    panel.vanish();
    panel.appear();
    panel.awaitItem();
    panel.click("Quit");
    assertThat(first.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).isZero();
  }

  /// At login nobody has asked for a window yet, and JavaFX alone would cost more than the tray.
  @Test
  void startedIntoTheTrayItHasNoToolkitUntilTheWindowIsWanted() throws Exception {
    panel = new StatusNotifierHost(desktop.environment().get("DBUS_SESSION_BUS_ADDRESS"));
    var only = start("--tray");
    panel.awaitItem();
    panel.awaitMenu(lines -> lines.contains("notes: cloud"));
    panel.click("notes", "Local", MODEL);
    panel.awaitMenu(lines -> lines.contains("notes: " + MODEL));
    assertThat(threads(only)).isNotEmpty().doesNotContainAnyElementsOf(TOOLKIT);

    panel.activate();
    awaitWindow(true);
    assertThat(threads(only)).containsAll(TOOLKIT);

    closeWindow();
    panel.click("Open");
    awaitWindow(true);
    panel.click("Quit");
    assertThat(only.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(only.exitValue()).isZero();
  }

  @Test
  void aSecondStartShowsTheWindowOfWhatWaitsInTheTray() throws Exception {
    panel = new StatusNotifierHost(desktop.environment().get("DBUS_SESSION_BUS_ADDRESS"));
    var first = start("--tray");
    panel.awaitItem();

    var second = start();

    assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    awaitWindow(true);
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void whatWaitsInTheTrayQuitsWithoutAWindow() throws Exception {
    panel = new StatusNotifierHost(desktop.environment().get("DBUS_SESSION_BUS_ADDRESS"));
    var only = start("--tray");
    panel.awaitItem();

    panel.click("Quit");

    assertThat(only.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(only.exitValue()).isZero();
  }

  /// Without a panel a hidden window would have no way back.
  @Test
  void withoutATrayTheWindowIsOnlyMinimised() throws Exception {
    var only = start();
    awaitWindow(true);

    run("xdotool", "search", "--onlyvisible", "--name", "^Switchyard$", "windowactivate", "--sync");
    run("xdotool", "key", "alt+F4");
    awaitWindow(false);

    assertThat(run("xdotool", "search", "--name", "^Switchyard$")).isNotBlank();
    assertThat(only.isAlive()).isTrue();
    assertThat(start().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    awaitWindow(true);
  }

  private void closeWindow() throws Exception {
    awaitWindow(true);
    run("xdotool", "search", "--onlyvisible", "--name", "^Switchyard$", "windowactivate", "--sync");
    run("xdotool", "key", "alt+F4");
    awaitWindow(false);
  }

  private void awaitWindow(boolean shown) throws Exception {
    var end = Instant.now().plus(LIMIT);
    while (run("xdotool", "search", "--onlyvisible", "--name", "^Switchyard$").isBlank() == shown) {
      assertThat(Instant.now()).as("the window is shown: %s", shown).isBefore(end);
    }
  }

  /// Those of the process, as the system names them.
  private static List<String> threads(Process process) throws IOException {
    var names = new ArrayList<String>();
    try (var folders =
        Files.newDirectoryStream(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
      for (var folder : folders) {
        try {
          names.add(Files.readString(folder.resolve("comm")).strip());
        } catch (IOException _) {
          // It has ended meanwhile.
        }
      }
    }
    return names;
  }

  private Process start(String... more) throws IOException {
    var command = new ArrayList<String>();
    Collections.addAll(
        command,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dprism.order=sw",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Duser.home=" + home,
        "--enable-native-access=javafx.graphics,com.sun.jna",
        "-p",
        modulePath(),
        "-m",
        "dev.switchyard/dev.switchyard.Main",
        "--home",
        home.toString(),
        "--ollama",
        ollama.url().toString());
    Collections.addAll(command, more);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(desktop.environment());
    builder.environment().put("HOME", home.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve("switchyard.log").toFile()));
    var process = builder.start();
    started.add(process);
    return process;
  }

  /// The tests' module path holds what the program requires; what it finds as a service is on their
  /// class path.
  private static String modulePath() {
    var transport =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.contains("dbus-java-transport"));
    return Stream.concat(Stream.of(System.getProperty("jdk.module.path")), transport)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String run(String... command) throws Exception {
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(desktop.environment());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
