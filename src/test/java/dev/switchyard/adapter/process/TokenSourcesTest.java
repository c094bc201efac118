package dev.switchyard.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.PortException.Kind;
import dev.switchyard.domain.endpoint.profile.TokenReader;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class TokenSourcesTest {
  private static final String SECRET = "t0ken-of-nobody";

  @TempDir Path folder;

  private final Map<String, String> variables =
      Map.of(
          "TEAM_TOKEN", SECRET, "SPLIT", SECRET + "\r\nX-Other: 1", "ESCAPED", SECRET + "\u001b");

  private TokenReader reader() {
    return new TokenSources(
        OperatingSystem.LINUX,
        name -> Optional.ofNullable(variables.get(name)),
        () -> new Processes(Map.of("PATH", System.getenv("PATH")), OperatingSystem.LINUX));
  }

  @Test
  void noneIsNoToken() throws PortException {
    assertThat(reader().read(new TokenSource.None())).isEmpty();
  }

  @Test
  void aWordIsItself() throws PortException {
    assertThat(read(new TokenSource.Literal("lmstudio"))).isEqualTo("lmstudio");
  }

  @Test
  void aVariableHasItsValue() throws PortException {
    assertThat(read(new TokenSource.Variable("TEAM_TOKEN"))).isEqualTo(SECRET);
  }

  @Test
  void aVariableThatIsNotSetIsMissing() {
    assertRefused(new TokenSource.Variable("OTHER_TOKEN"), Kind.MISSING)
        .isEqualTo("endpoint.token.not-set[OTHER_TOKEN]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPLIT", "ESCAPED"})
  void whatWouldSplitAHeaderIsRefused(String name) {
    assertRefused(new TokenSource.Variable(name), Kind.MALFORMED).isEqualTo("endpoint.token.form");
  }

  @Test
  void aCommandPrintsOneLine() throws PortException {
    assertThat(read(new TokenSource.Command("echo loud >&2; printf ' %s \\n' " + SECRET)))
        .isEqualTo(SECRET);
  }

  @Test
  void severalLinesAreNoToken() {
    assertRefused(new TokenSource.Command("echo " + SECRET + "; echo more"), Kind.MALFORMED)
        .isEqualTo("endpoint.token.form");
  }

  @Test
  void norIsASeaOfThem() {
    assertRefused(new TokenSource.Command("head -c 3000000 /dev/zero | tr '\\0' a"), Kind.MALFORMED)
        .isEqualTo("endpoint.token.form");
  }

  @Test
  void aSilentCommandIsToldSo() {
    assertRefused(new TokenSource.Command("true"), Kind.MALFORMED)
        .isEqualTo("endpoint.token.command-silent[true]");
  }

  /// The line is the person's; what it says is not shown.
  @Test
  void aFailedCommandIsToldWithoutItsWords() throws Exception {
    var script = folder.resolve("helper");
    Files.writeString(script, "echo " + SECRET + "; echo " + SECRET + " >&2; exit 7");
    assertRefused(new TokenSource.Command("sh " + script), Kind.FAILED)
        .isEqualTo("endpoint.token.command-failed[sh " + script + ", 7]");
  }

  @Test
  void aTokenShowsNothing() throws PortException {
    assertThat(reader().read(new TokenSource.Variable("TEAM_TOKEN")).toString())
        .doesNotContain(SECRET);
  }

  private String read(TokenSource source) throws PortException {
    return reader().read(source).orElseThrow().headerValue();
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertRefused(
      TokenSource source, Kind kind) {
    var refusal =
        assertThatExceptionOfType(PortException.class)
            .isThrownBy(() -> reader().read(source))
            .actual();
    assertThat(refusal.kind()).isEqualTo(kind);
    var trace = new StringWriter();
    refusal.printStackTrace(new PrintWriter(trace));
    if (!source.toString().contains(SECRET)) {
      assertThat(trace.toString()).doesNotContain(SECRET);
    }
    return assertThat(refusal.text().toString());
  }
}
