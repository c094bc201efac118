package dev.switchyard.domain.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.real.RealClaude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The resolver against the table alone, without any real program.
class RouteTableTest {
  private static final RouteScene.Addresses ADDRESSES =
      new RouteScene.Addresses(
          "http://127.0.0.1:11501",
          "http://127.0.0.1:11502",
          "http://[::1]:11503",
          "http://127.0.0.1:11504");

  @TempDir Path folder;

  static List<RouteRow> rows() {
    return RouteTable.rows();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theResolverSaysWhatTheTableSays(RouteRow row) throws Exception {
    var scene =
        RouteScene.prepare(
            row, folder.toRealPath(), ADDRESSES, RouteScene.shielded(ADDRESSES, Map.of()));

    var soft = new SoftAssertions();
    RouteExpectation.of(scene).holdsFor(scene.said(), soft);
    soft.assertAll();
  }

  /// A new version counts only once all rows have passed with it.
  @ParameterizedTest
  @ValueSource(strings = {"README.md", ".ci/run", ".ci/real-programs"})
  void theVersionThatTheTableWasProvenForIsTheSameEverywhere(String file) throws Exception {
    var named =
        Pattern.compile("(?:proven for Claude Code |CLAUDE_VERSION:-)(\\d+\\.\\d+\\.\\d+)")
            .matcher(Files.readString(Path.of(file)))
            .results()
            .map(match -> match.group(1));

    assertThat(named).isNotEmpty().containsOnly(RealClaude.PINNED);
  }

  @Test
  void theTableIsAsLongAsPromisedAndNamesEachRowOnce() {
    assertThat(rows()).hasSizeGreaterThan(300);
    assertThat(rows()).extracting(RouteRow::name).doesNotHaveDuplicates();
  }
}
