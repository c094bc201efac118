package dev.switchyard.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The documentation's table has a row for every probe, and says of the guide what the program
/// does.
class CapabilityDocumentationTest {
  private static final Path DOCUMENT = Path.of("docs/capabilities.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9-]+)` \\| .* \\| (works|does not|–) \\| ([a-z]+) \\|");

  /// @param guide as the table has it
  private record Row(String probe, String guide, String measured) {}

  @Test
  void everyProbeHasItsRowInTheOrderOfTheProgram() throws IOException {
    assertThat(rows())
        .extracting(Row::probe)
        .containsExactlyElementsOf(Probes.ALL.stream().map(Probe::id).toList());
  }

  @Test
  void theGuidesColumnIsTheProgramsList() throws IOException {
    assertThat(rows())
        .allSatisfy(row ->
            assertThat(row.guide())
                .as(row.probe())
                .isEqualTo(
                    GuideClaims.works(row.probe())
                        .map(works -> works ? "works" : "does not")
                        .orElse("–")));
  }

  @Test
  void everyVerdictAndEveryNeedOfClaudeCodeIsExplained() throws IOException {
    var text = Files.readString(DOCUMENT);
    assertThat(Verdict.values())
        .allSatisfy(verdict -> assertThat(text).contains("| `" + verdict.wireName() + "` |"));
    var ready = text.substring(text.indexOf("**Ready for Claude Code**"));
    assertThat(ProvenReadiness.NEEDED).allSatisfy(id -> assertThat(ready).contains("`" + id + "`"));
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .map(found -> new Row(found.group(1), found.group(2), found.group(3)))
        .toList();
  }
}
