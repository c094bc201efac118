package dev.switchyard.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.fake.VerdictTable;
import dev.switchyard.fake.VerdictTable.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The documentation's table has a row for every probe, and says of the guide what the program
/// does.
class CapabilityDocumentationTest {
  private static final Path DOCUMENT = Path.of("docs/capabilities.md");

  @Test
  void everyProbeHasItsRowInTheOrderOfTheProgram() throws IOException {
    assertThat(VerdictTable.column(Column.GUIDE).keySet())
        .containsExactlyElementsOf(Probes.ALL.stream().map(Probe::id).toList());
  }

  @Test
  void theGuidesColumnIsTheProgramsList() throws IOException {
    assertThat(VerdictTable.column(Column.GUIDE))
        .allSatisfy((probe, guide) ->
            assertThat(guide)
                .as(probe)
                .isEqualTo(
                    GuideClaims.works(probe)
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
}
