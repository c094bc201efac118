package dev.switchyard.domain.launch.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.process.Command;
import dev.switchyard.adapter.process.Outcome;
import dev.switchyard.adapter.process.Processes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.launch.LaunchPlan;
import dev.switchyard.domain.launch.shell.Invocation;
import dev.switchyard.domain.launch.terminal.Terminal.ScriptLanguage;
import dev.switchyard.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LaunchScriptTest {
  private static final Function<Message, String> TEXTS = new Texts(Locale.ENGLISH)::text;

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void project() throws Exception {
    folder = Files.createDirectory(temp.resolve("my 'proj' & ü %d%"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void runsTheCommandInTheFolderWithTheVariables() throws Exception {
    var outcome =
        run(plan(false, "sh", "-c", "pwd; echo \"$A|$ANTHROPIC_API_KEY|$COPY|$1\"", "sh", "it's"));

    assertThat(outcome)
        .isEqualTo(new Outcome(0, folder.toRealPath() + "\nx 'y' $z||C.UTF-8|it's\n", ""));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void afterAFailureItSaysTheCodeAndWaits() throws Exception {
    var outcome = run(plan(false, "sh", "-c", "exit 137"));

    assertThat(outcome.exitCode()).isEqualTo(137);
    assertThat(outcome.output())
        .contains("Exit code: 137")
        .contains("memory ran out")
        .endsWith("Press Enter to close this window. ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void afterSuccessItWaitsOnlyIfAnAnswerIsToBeRead() throws Exception {
    assertThat(run(plan(false, "true")).output()).isEmpty();
    assertThat(run(plan(true, "true")).output()).contains("Press Enter");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void endedByThePersonIsNoFailure() throws Exception {
    assertThat(run(plan(false, "sh", "-c", "exit 130")).output()).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void aVanishedFolderIsSaidAndNothingRuns() throws Exception {
    var plan = plan(false, "touch", temp.resolve("ran").toString());
    Files.delete(folder);

    var outcome = run(plan);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("does not exist any more").contains(folder.toString());
    assertThat(temp.resolve("ran")).doesNotExist();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
  void aMissingProgramIsExplained() throws Exception {
    assertThat(run(plan(false, "/gone/claude")).output()).contains("Exit code: 127");
  }

  @Test
  void theScriptForCmdEndsLinesAsWindowsDoesAndReadsItselfAsUtf8() {
    var text = text(ScriptLanguage.CMD, plan(true, "C:\\npm\\claude.cmd", "--model", "m"));

    assertThat(text)
        .startsWith("@echo off\r\nchcp 65001 >nul\r\n")
        .doesNotContainPattern("[^\r]\n");
    assertThat(text.lines())
        .contains("cd /d \"" + folder.toString().replace("%", "%%") + "\" || (")
        .contains("set \"A=x 'y' $z\"", "set \"ANTHROPIC_API_KEY=\"", "set \"COPY=%LC_ALL%\"")
        .contains("call C:\\npm\\claude.cmd --model m")
        .contains("exit %code%");
  }

  @Test
  void theScriptForPowerShellRunsAQuotedProgram() {
    var text =
        text(
            ScriptLanguage.POWERSHELL,
            plan(false, "C:\\Program Files\\claude.exe", "--model", "m"));

    assertThat(text.lines())
        .contains("$env:A = 'x ''y'' $z'", "$env:COPY = $env:LC_ALL")
        .contains("& 'C:\\Program Files\\claude.exe' --model m")
        .contains("exit $code");
  }

  private LaunchPlan plan(boolean staysOpen, String... command) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("A", "x 'y' $z");
    variables.put("ANTHROPIC_API_KEY", "");
    return new LaunchPlan(
        "Title",
        new Invocation(folder, variables, Map.of("COPY", "LC_ALL"), List.of(command)),
        staysOpen);
  }

  private static String text(ScriptLanguage language, LaunchPlan plan) {
    return LaunchScript.in(language, TEXTS).text(plan);
  }

  private Outcome run(LaunchPlan plan) throws Exception {
    var script = Files.writeString(temp.resolve("script"), text(ScriptLanguage.SH, plan));
    var processes =
        new Processes(
            Map.of("PATH", "/usr/bin:/bin", "ANTHROPIC_API_KEY", "real", "LC_ALL", "C.UTF-8"),
            OperatingSystem.LINUX);
    return processes.run(
        Command.of("sh", script.toString()).reading("\n").within(Duration.ofMinutes(1)));
  }
}
