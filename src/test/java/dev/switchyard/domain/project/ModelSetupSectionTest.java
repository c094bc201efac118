package dev.switchyard.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSetupSectionTest {
  private static final ModelSetupSection SECTION =
      new ModelSetupSection(
          "gemma4-claude", ".claude/settings.local.json", "claude --setting-sources user");

  @ParameterizedTest
  @ValueSource(
      strings = {"# Title", "# Title\n", "# Title\n\n", "# T\r\nx\r\n", "# T\r\nx", "é\n\n\n"})
  void addingAndRemovingGivesBackTheSameText(String text) {
    var added = SECTION.addedTo(text);

    assertThat(added).startsWith(text).contains("## Model setup").contains("settings.local.json");
    assertThat(ModelSetupSection.removedFrom(added)).contains(text);
  }

  @Test
  void anotherModelReplacesTheSectionInItsPlace() {
    var text = SECTION.addedTo("# A\n") + "\n## Mine\n";
    var changed = new ModelSetupSection("other", "x", "y").addedTo(text);

    assertThat(changed).startsWith("# A\n").endsWith("\n## Mine\n").contains("other");
    assertThat(changed).doesNotContain("gemma4-claude");
    assertThat(ModelSetupSection.removedFrom(changed)).contains("# A\n\n## Mine\n");
  }

  @Test
  void aFileThatHoldsNothingElseGoes() {
    assertThat(ModelSetupSection.removedFrom(SECTION.addedTo(""))).isEmpty();
    assertThat(ModelSetupSection.isIn(SECTION.addedTo(""))).isTrue();
  }

  @Test
  void aTextWithoutSectionStays() {
    assertThat(ModelSetupSection.removedFrom("## Model setup\n")).contains("## Model setup\n");
  }
}
