package dev.switchyard.ui.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.fit.Verdict;
import dev.switchyard.domain.modelfile.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelfileViewModelTest {
  @TempDir Path home;
  private Desk desk;

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void beginsWithTheGuidesTemplateAndKnowsItsBase() {
    desk = Desk.shown(home);

    assertThat(desk.document.nameProperty().get()).isEqualTo("gemma4-claude");
    assertThat(desk.model.trainedContext()).contains(262_144);
    assertThat(desk.model.context()).contains(65_536);
    assertThat(desk.document.problemsProperty().get()).isEmpty();
    assertThat(desk.model.canBuild()).isTrue();
    assertThat(desk.document.differencesToBuilt())
        .hasValueSatisfying(all -> assertThat(all).isEmpty());
  }

  @Test
  void theFormChangesOneValueInTheText() {
    desk = Desk.shown(home);
    var before = desk.text();

    desk.model.setContext(131_072);
    desk.document.setParameter("temperature", " 0.7 ");

    assertThat(desk.text()).isEqualTo(before.replace("65536", "131072").replace("0.2", "0.7"));
    assertThat(desk.document.differencesToBuilt().orElseThrow())
        .extracting(each -> each.parameter().name())
        .containsExactly("num_ctx", "temperature");
  }

  @Test
  void theTextChangesTheForm() {
    desk = Desk.shown(home);

    desk.document.edit("# mine\nFROM gemma4\nPARAMETER num_ctx 32768\nPARAMETER top_k 20\n");

    assertThat(desk.model.context()).contains(32_768);
    assertThat(desk.document.value("top_k")).isEqualTo("20");
    assertThat(desk.model.trainedContext()).contains(131_072);
    assertThat(desk.model.scaleProperty().get().most()).isEqualTo(131_072);
  }

  @Test
  void theForecastFollowsTheContext() {
    desk = Desk.shown(home);
    long small = total();

    desk.model.setContext(262_144);

    assertThat(total()).isGreaterThan(small);
    assertThat(desk.model.forecast().forecast().report().toOptional().orElseThrow().verdicts())
        .containsEntry(65_536, Verdict.FITS);
  }

  @Test
  void aBaseThatIsNotInstalledIsSaid() {
    desk = Desk.shown(home);

    desk.document.setBase("gemma4:31b");

    assertThat(desk.model.baseNoteProperty().get())
        .map(Message::key)
        .contains("modelfile.base.missing");
    assertThat(desk.model.forecast().forecast().report().toOptional()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "65536, true",
    "'65,536', true",
    "64K, true",
    "100000, true",
    "300000, false",
    "much, false",
    "0, false"
  })
  void anExactContextIsTakenUpToTheTrainedMaximum(String typed, boolean taken) {
    desk = Desk.shown(home);
    desk.model.setContext(8192);

    assertThat(desk.model.setContext(typed)).isEqualTo(taken);
    assertThat(desk.model.context().filter(tokens -> tokens == 8192).isEmpty()).isEqualTo(taken);
  }

  @Test
  void aContextOverTheMaximumInTheTextCannotBeBuilt() {
    desk = Desk.shown(home);

    desk.document.setParameter("num_ctx", "300000");

    assertThat(desk.document.problemOf("num_ctx").orElseThrow().text().key())
        .isEqualTo("modelfile.error.contextOverMaximum");
    assertThat(desk.model.canBuild()).isFalse();
  }

  @Test
  void savesAndRevertsToWhatWasSaved() throws Exception {
    desk = Desk.shown(home);
    desk.model.setContext(131_072);
    desk.model.save();
    assertThat(Files.readString(desk.saved("gemma4-claude"))).isEqualTo(desk.text());
    assertThat(desk.document.isUnsaved()).isFalse();

    var saved = desk.text();
    desk.document.edit("");
    desk.document.revert();

    assertThat(desk.text()).isEqualTo(saved);
    assertThat(desk.document.isEdited()).isFalse();
  }

  @Test
  void doesNotSaveOverWhatSomebodyElseWrote() throws Exception {
    desk = new Desk(home);
    desk.save("mine", "FROM gemma4\n");
    desk.model.setShown(true);
    desk.model.open("mine");
    desk.save("mine", "FROM other\n");
    desk.model.setContext(65_536);

    desk.model.save();

    assertThat(desk.saved("mine")).hasContent("FROM other\n");
    assertThat(outcome().good()).isFalse();
  }

  @Test
  void opensASavedFileByteForByte() throws Exception {
    desk = new Desk(home);
    desk.save("team%2Fmine%3A64k", "FROM gemma4\r\n# é\r\nPARAMETER num_ctx 65536\r\n");
    desk.model.setShown(true);
    assertThat(desk.model.library().shelf().saved()).containsExactly("team/mine:64k");

    desk.model.open("team/mine:64k");
    desk.model.setContext(8192);
    desk.model.save();

    assertThat(Files.readString(desk.saved("team%2Fmine%3A64k")))
        .isEqualTo("FROM gemma4\r\n# é\r\nPARAMETER num_ctx 8192\r\n");
  }

  @Test
  void opensAnInstalledVariantWithItsBasesName() {
    desk = Desk.shown(home);

    desk.model.open("gemma4-claude");

    assertThat(desk.text())
        .startsWith("FROM gemma4:26b\n")
        .doesNotContain("sha256", "LICENSE", "# ");
    assertThat(desk.document.nameProperty().get()).isEqualTo("gemma4-claude");
  }

  @Test
  void opensAPulledModelUnderAVariantsName() {
    desk = Desk.shown(home);

    desk.model.open("gemma4:26b");

    assertThat(desk.text()).startsWith("FROM gemma4:26b\n");
    assertThat(desk.document.nameProperty().get()).isEqualTo("gemma4-claude");
  }

  @Test
  void theServersModelfileCanBeOpenedBesideTheSavedOne() throws Exception {
    desk = new Desk(home);
    desk.save("gemma4-claude", "FROM gemma4:26b\nPARAMETER num_ctx 8192\n");
    desk.model.setShown(true);

    desk.model.openInstalled("gemma4-claude");
    assertThat(desk.model.context()).contains(65_536);
    desk.model.open("gemma4-claude");
    assertThat(desk.model.context()).contains(8192);
  }

  @Test
  void whatWasBuiltUnderAnotherNameIsNotCompared() {
    desk = Desk.shown(home);
    assertThat(desk.document.differencesToBuilt()).isPresent();

    desk.document.nameProperty().set("coder");

    assertThat(desk.document.differencesToBuilt()).isEmpty();
  }

  @Test
  void theDocumentAskedForLastIsShown() throws Exception {
    desk = Desk.shown(home);
    desk.save("first", "FROM gemma4\nPARAMETER seed 1\n");
    desk.tasks.hold();
    desk.model.open("first");
    desk.model.open("gemma4:26b");
    desk.tasks.release();

    assertThat(desk.document.value("seed")).isEmpty();
  }

  @Test
  void opensAVariantAlsoBeforeTheListOfModelsIsThere() {
    desk = new Desk(home);

    desk.model.open("gemma4-claude");
    desk.model.setShown(true);

    assertThat(desk.text()).startsWith("FROM gemma4:26b\n");
    assertThat(desk.document.nameProperty().get()).isEqualTo("gemma4-claude");
  }

  @Test
  void anUnsavedTextIsThereAgainWhenItsDocumentIsOpenedAgain() {
    desk = Desk.shown(home);
    desk.document.setParameter("seed", "7");
    var typed = desk.text();

    desk.model.openTemplate(Template.ALL.get(2));
    assertThat(desk.text()).isNotEqualTo(typed);
    desk.model.setShown(false);
    desk.model.setShown(true);
    desk.model.openTemplate(Template.ALL.getFirst());

    assertThat(desk.text()).isEqualTo(typed);
  }

  @Test
  void anUnsavedTextIsThereAgainAfterTheWindowWasClosed() {
    desk = Desk.shown(home);
    desk.document.setParameter("seed", "7");
    var typed = desk.text();
    desk.close();

    desk = Desk.shown(home);

    assertThat(desk.text()).isEqualTo(typed);
    assertThat(desk.document.isEdited()).isTrue();
    desk.document.revert();
    desk.model.setShown(false);
    assertThat(home.resolve("drafts")).isEmptyDirectory();
  }

  @Test
  void buildsChecksAndSaves() {
    desk = Desk.shown(home);
    desk.document.nameProperty().set("coder");
    desk.model.setContext(131_072);

    desk.model.startBuild();

    assertThat(outcome())
        .isEqualTo(
            new BuildModel.Outcome(true, List.of(Message.of("modelfile.build.done", "coder"))));
    assertThat(desk.model.build().runningProperty().get()).isFalse();
    assertThat(desk.saved("coder")).hasContent(desk.text());
    assertThat(desk.document.differencesToBuilt()).contains(List.of());
    desk.tasks.turn();
    assertThat(desk.model.library().shelf().installed())
        .extracting(model -> model.name().shortText())
        .contains("coder");
  }

  @Test
  void aBuildWithoutItsBaseSavesNothing() {
    desk = Desk.shown(home);
    desk.document.setBase("gemma4:31b");

    desk.model.startBuild();

    assertThat(outcome().texts()).extracting(Message::key).containsExactly("modelfile.baseMissing");
    assertThat(desk.folder()).doesNotExist();
  }

  @Test
  void aBuildCanBeCancelled() {
    desk = Desk.shown(home);
    desk.tasks.hold();
    desk.model.startBuild();
    assertThat(desk.model.build().runningProperty().get()).isTrue();

    desk.model.build().cancel();
    assertThat(desk.model.build().cancellingProperty().get()).isTrue();
    desk.tasks.release();

    assertThat(outcome().texts())
        .extracting(Message::key)
        .containsExactly("modelfile.build.cancelled");
    assertThat(desk.folder()).doesNotExist();
  }

  @Test
  void withoutAServerTheTextCanStillBeWrittenAndSaved() {
    desk = Desk.shown(home);
    desk.serverGoesAway();

    desk.document.setParameter("seed", "7");
    desk.model.save();

    assertThat(desk.model.baseNoteProperty().get()).isPresent();
    assertThat(desk.saved("gemma4-claude")).hasContent(desk.text());
    desk.model.startBuild();
    assertThat(outcome().good()).isFalse();
  }

  @Test
  void aNameThatClaudeCodeWouldMistakeCannotBeBuilt() {
    desk = Desk.shown(home);

    desk.document.nameProperty().set("claude-sonnet-4-6");

    assertThat(desk.document.nameProblemsProperty().get()).isNotEmpty();
    assertThat(desk.model.canBuild()).isFalse();
  }

  private BuildModel.Outcome outcome() {
    return desk.model.build().outcomeProperty().get().orElseThrow();
  }

  private long total() {
    return desk.model.forecast().forecast().report().toOptional().orElseThrow().need().totalBytes();
  }
}
