package dev.switchyard.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.launch.preflight.LaunchWarning;
import dev.switchyard.domain.launch.shell.Cmd;
import dev.switchyard.domain.launch.shell.Posix;
import dev.switchyard.domain.route.EffectiveRoute.Problem;
import dev.switchyard.domain.route.EffectiveRoute.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchViewModelTest {
  private final LaunchBench bench = new LaunchBench();
  private final LaunchViewModel model = bench.viewModel();

  @BeforeEach
  void project() {
    model.setTarget(Optional.of(LaunchBench.PROJECT));
  }

  @Test
  void whereAllIsWellTheTerminalOpensAtOnce() {
    model.launch();

    assertThat(bench.opened).containsExactly("xterm -T Claude Code: project -e script");
    assertThat(model.pendingProperty().get()).isEmpty();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void aRemarkDoesNotHoldTheLaunchUpButIsSaid() {
    bench.trusted = false;

    model.launch();

    assertThat(bench.opened).hasSize(1);
    assertThat(bench.notices).singleElement().asString().contains("launch.warning.trust");
  }

  @Test
  void aWarningWaitsForThePersonsWord() {
    bench.problems = List.of(new Problem("two-credentials", Severity.WARNING, Message.of("text")));

    model.launch();
    assertThat(bench.opened).isEmpty();
    assertThat(warnings()).containsExactly("two-credentials");

    model.launchAnyway();
    assertThat(bench.opened).hasSize(1);
    assertThat(model.pendingProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBeLaunchedCannotBeLaunchedAnyway() {
    bench.hasClaude = false;

    model.launch();
    model.launchAnyway();

    assertThat(model.pendingProperty().get().orElseThrow().canGoOn()).isFalse();
    assertThat(bench.opened).isEmpty();
  }

  @Test
  void afterMendingTheSameLaunchIsCheckedAgain() {
    bench.terminals = Set.of();
    model.quickTest();
    assertThat(warnings()).containsExactly("no-terminal");

    bench.terminals = Set.of("xterm");
    model.checkAgain();

    assertThat(model.pendingProperty().get()).isEmpty();
    assertThat(bench.written.getFirst()).contains("claude -p 'What model are you?'");
  }

  @Test
  void aTerminalThatFailsSaysWhyAndTheNextTryClearsIt() {
    var text = Message.of("terminal.failed", "xterm", "Can't open display");
    bench.terminalFails = Optional.of(new PortException(PortException.Kind.FAILED, text));
    model.launch();
    assertThat(model.failureProperty().get()).contains(text);
    assertThat(model.busyProperty().get()).isFalse();

    bench.terminalFails = Optional.empty();
    model.launch();
    assertThat(model.failureProperty().get()).isEmpty();
    assertThat(bench.opened).hasSize(1);
  }

  @Test
  void aOneOffInTheCloudRunsWithItsTask() {
    model.oneOff().cloudOnce("opus", "  Refactor it \n");

    assertThat(bench.written.getFirst())
        .contains("claude --settings once.json --model opus -p 'Refactor it'\n");
  }

  @Test
  void aOneOffOnTheLocalServerBringsAWholeRouteAndNoWarningOfAnotherChoice() {
    model.oneOff().findModels();
    assertThat(model.oneOff().models()).containsExactly("gemma4-claude", "qwen3");

    model.oneOff().localOnce("qwen3", " Refactor it ");

    assertThat(model.pendingProperty().get()).isEmpty();
    assertThat(bench.written.getFirst())
        .contains("claude --settings once.json --model qwen3 -p 'Refactor it'\n");
    assertThat(bench.settings.getFirst())
        .contains(
            "\"ANTHROPIC_BASE_URL\": \"http://localhost:11434\"",
            "\"ANTHROPIC_MODEL\": \"qwen3\"",
            "\"CLAUDE_CODE_MAX_CONTEXT_TOKENS\": \"65536\"",
            "\"ANTHROPIC_API_KEY\": \"\"");
  }

  @Test
  void aOneOffOnTheLocalServerIsCopiedAsASession() {
    model.oneOff().copyLocalOnce("qwen3", "", new Posix());

    assertThat(bench.copied.getFirst()).endsWith("claude --settings once.json --model qwen3");
    assertThat(bench.opened).isEmpty();
  }

  @Test
  void whyThereIsNoModelToChooseIsSaid() {
    var away = Message.of("server.unreachable", "http://localhost:11434");
    bench.server.failure = Optional.of(new PortException(PortException.Kind.UNREACHABLE, away));
    model.oneOff().findModels();
    assertThat(model.oneOff().noModelsProperty().get()).contains(away);

    bench.server.failure = Optional.empty();
    bench.server.names = List.of();
    model.oneOff().findModels();
    assertThat(model.oneOff().noModelsProperty().get().orElseThrow().key())
        .isEqualTo("launch.local.none");

    bench.server.names = List.of("qwen3");
    model.oneOff().findModels();
    assertThat(model.oneOff().noModelsProperty().get()).isEmpty();
  }

  @Test
  void whatTheGuidesFormWouldDoInThisProjectIsSaidForThisProjectOnly() {
    bench.server.files.put(
        Path.of("project/.claude/settings.json"),
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://localhost:11434\"}}");

    model.oneOff().explainCloud();
    assertThat(model.oneOff().cloudRemarks())
        .extracting(remark -> remark.text().key())
        .containsExactly("launch.guide.key-sent");

    bench.tasks.hold();
    model.oneOff().explainCloud();
    model.setTarget(Optional.of(new LaunchTarget(Path.of("other"), Optional.empty())));
    bench.tasks.release();
    assertThat(model.oneOff().cloudRemarks()).isEmpty();
  }

  @Test
  void aCommandIsCopiedForTheChosenShell() {
    model.copySession(new Posix());
    model.oneOff().copyCloudOnce("sonnet", "", Cmd.PROMPT);

    assertThat(bench.copied.getFirst()).startsWith("cd -- project && ").endsWith(" claude");
    assertThat(bench.copied.getLast()).endsWith("&& claude --settings once.json --model sonnet");
    assertThat(bench.notices).hasSize(2);
  }

  @Test
  void whatAShellCannotWriteIsSaidAndNotCopied() {
    model.oneOff().copyCloudOnce("sonnet", "two\nlines", Cmd.PROMPT);

    assertThat(bench.copied).isEmpty();
    assertThat(model.failureProperty().get().orElseThrow().key())
        .isEqualTo("launch.shell-cannot-write");
  }

  @Test
  void withoutAProjectOrWhileBusyNothingIsStarted() {
    model.setTarget(Optional.empty());
    assertThat(model.canLaunch().get()).isFalse();
    model.launch();
    assertThat(bench.opened).isEmpty();

    model.setTarget(Optional.of(LaunchBench.PROJECT));
    bench.tasks.hold();
    model.launch();
    assertThat(model.canLaunch().get()).isFalse();
    model.launch();
    bench.tasks.release();
    assertThat(bench.opened).hasSize(1);
  }

  @Test
  void anotherProjectForgetsTheWarningsOfTheOneBefore() {
    bench.hasClaude = false;
    model.launch();

    model.setTarget(Optional.of(new LaunchTarget(Path.of("other"), Optional.empty())));

    assertThat(model.pendingProperty().get()).isEmpty();
  }

  private List<String> warnings() {
    return model.pendingProperty().get().orElseThrow().warnings().stream()
        .map(LaunchWarning::id)
        .toList();
  }
}
