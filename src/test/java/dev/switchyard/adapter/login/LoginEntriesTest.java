package dev.switchyard.adapter.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Home;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.login.LoginStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the registry is asked")
class LoginEntriesTest {
  @TempDir Path folder;
  private Path launcher;
  private Path javaHome;
  private Home home;

  @BeforeEach
  void install() throws IOException {
    var image = folder.resolve("o'pt $x");
    javaHome = Files.createDirectories(image.resolve("runtime"));
    launcher = Files.createDirectories(image.resolve("bin")).resolve("switchyard");
    Files.writeString(launcher, "#!/bin/sh\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    home = Home.below(folder.resolve("home"));
  }

  @Test
  void onLinuxAnAutostartEntryIsWrittenAndRemoved() throws Exception {
    var entry = entry(OperatingSystem.LINUX).orElseThrow();
    var file = home.directory().resolve(".config/autostart/dev.switchyard.desktop");
    assertThat(entry.isOn()).isFalse();

    entry.set(true);
    assertThat(entry.isOn()).isTrue();
    assertThat(file)
        .content(UTF_8)
        .contains("[Desktop Entry]", "Type=Application", "\" \"--tray\" \"--home\" \"")
        .contains("o'pt \\\\$x/bin/switchyard");

    entry.set(false);
    assertThat(entry.isOn()).isFalse();
    assertThat(file).doesNotExist();
    entry.set(false);
  }

  @Test
  void anEntryThatTheDesktopSwitchedOffIsOff() throws Exception {
    var entry = entry(OperatingSystem.LINUX).orElseThrow();
    entry.set(true);
    var file = home.directory().resolve(".config/autostart/dev.switchyard.desktop");
    Files.writeString(file, Files.readString(file) + "X-GNOME-Autostart-enabled=false\n");

    assertThat(entry.isOn()).isFalse();

    entry.set(true);
    assertThat(entry.isOn()).isTrue();
  }

  @Test
  void anArgumentIsQuotedForExecAndEscapedForTheEntry() {
    assertThat(XdgAutostart.quoted("a b")).isEqualTo("\"a b\"");
    assertThat(XdgAutostart.quoted("100%")).isEqualTo("\"100%%\"");
    assertThat(XdgAutostart.quoted("a\"b`$\\")).isEqualTo("\"a\\\\\"b\\\\`\\\\$\\\\\\\\\"");
  }

  @Test
  void onMacOsALaunchAgentIsWritten() throws Exception {
    var entry = entry(OperatingSystem.MACOS).orElseThrow();

    entry.set(true);

    assertThat(entry.isOn()).isTrue();
    assertThat(home.directory().resolve("Library/LaunchAgents/dev.switchyard.plist"))
        .content(UTF_8)
        .contains("<key>RunAtLoad</key>", "    <string>--tray</string>", launcher.toString());

    entry.set(false);
    assertThat(entry.isOn()).isFalse();
    assertThat(home.directory().resolve("Library/LaunchAgents")).isEmptyDirectory();
  }

  @Test
  void onMacOsTheProgramOfAnApplicationIsStarted() throws Exception {
    var contents = folder.resolve("Switchyard.app/Contents");
    javaHome = Files.createDirectories(contents.resolve("runtime/Contents/Home"));
    var program = Files.createDirectories(contents.resolve("MacOS")).resolve("Switchyard");
    Files.writeString(program, "");
    assertThat(program.toFile().setExecutable(true)).isTrue();

    entry(OperatingSystem.MACOS).orElseThrow().set(true);

    assertThat(home.directory().resolve("Library/LaunchAgents/dev.switchyard.plist"))
        .content(UTF_8)
        .contains("<string>" + program + "</string>");
  }

  @Test
  void anInstalledPackageHasItsRuntimeDeeper() throws Exception {
    javaHome = Files.createDirectories(launcher.resolve("../../lib/runtime").normalize());

    assertThat(entry(OperatingSystem.LINUX)).isPresent();
  }

  @Test
  void whatIsNotInstalledCannotBeStarted() throws Exception {
    Files.delete(launcher);

    assertThat(entry(OperatingSystem.LINUX)).isEmpty();
  }

  private Optional<LoginStart> entry(OperatingSystem system) {
    var surroundings = new Surroundings(system, Map.of(), folder);
    return LoginEntries.of(surroundings, home, javaHome, new Processes(Map.of(), system));
  }
}
