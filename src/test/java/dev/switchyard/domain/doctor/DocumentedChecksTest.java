package dev.switchyard.domain.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.doctor.check.Checks;
import dev.switchyard.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/doctor.md` names every check, and the guide's troubleshooting leads to checks that exist.
class DocumentedChecksTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");
  private static final Pattern LAST_CELL = Pattern.compile("(?m)^\\| .*\\| ([^|]*) \\|$");
  private static final Pattern ID = Pattern.compile("`([a-z0-9-]+)`");

  private static final List<String> IDS = Checks.ALL.stream().map(Check::id).toList();

  private final String text = read();

  @Test
  void allChecksStandInTheirOrder() {
    assertThat(ROW.matcher(text).results().map(row -> row.group(1)).toList()).isEqualTo(IDS);
  }

  @Test
  void eachSaysWhatIsToBeSoAndWhatIsWrongWhereItIsNot() {
    var texts = new Texts(Locale.ENGLISH);
    assertThat(IDS)
        .allSatisfy(id ->
            assertThat(texts.text("doctor.problem." + id))
                .isNotEqualTo(texts.text("doctor.title." + id)));
  }

  @Test
  void whatTheGuideSaysLeadsToChecks() {
    var guide = text.substring(text.indexOf("## The guide's"), text.indexOf("## All checks"));
    var rows =
        LAST_CELL
            .matcher(guide)
            .results()
            .map(row -> row.group(1))
            .filter(cell -> !cell.equals("Checks"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(15);
    for (var row : rows) {
      assertThat(ID.matcher(row).results().map(MatchResult::group).map(id -> id.replace("`", "")))
          .as(row)
          .isNotEmpty()
          .isSubsetOf(IDS);
    }
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs/doctor.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
