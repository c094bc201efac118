package dev.switchyard.adapter.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.preference.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPreferencesStoreTest {
  private static final Preferences CHOSEN =
      new Preferences(
          "localhost:1",
          "kitty",
          "run {script}",
          Preferences.Theme.DARK,
          150,
          "en",
          Preferences.WhenClosed.QUIT,
          Optional.of(new OtherMachine(64L << 30, List.of(24L << 30, 24L << 30), false)));

  @TempDir Path folder;
  private JsonPreferencesStore store;
  private Path file;

  @BeforeEach
  void store() {
    store = new JsonPreferencesStore(folder);
    file = folder.resolve("settings.json");
  }

  @Test
  void withoutAFileTheDefaultsHoldAndNothingIsWritten() throws Exception {
    assertThat(store.load().preferences()).isEqualTo(Preferences.DEFAULT);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsSavedIsLoaded() throws Exception {
    store.save(CHOSEN);

    assertThat(store.load().preferences()).isEqualTo(CHOSEN);
    assertThat(store.load().problem()).isEmpty();
  }

  @Test
  void keysOfOthersStay() throws Exception {
    Files.writeString(file, "{\"future\": {\"a\": [1]}, \"theme\": \"light\"}");

    store.save(CHOSEN);

    assertThat(Files.readString(file)).contains("\"future\"").contains("\"theme\" : \"dark\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"theme\":", "[]", "", "{} {}", "\u0000"})
  void aFileThatCannotBeReadIsReportedAndLeftAlone(String content) throws Exception {
    Files.writeString(folder.resolve("settings.unreadable-1.json"), "from an earlier time");
    Files.writeString(file, content);

    var loaded = store.load();

    assertThat(loaded.preferences()).isEqualTo(Preferences.DEFAULT);
    assertThat(loaded.problem().orElseThrow().toString()).contains("settings.unreadable-2.json");
    assertThat(file).hasContent(content);
    assertThat(folder.resolve("settings.unreadable-2.json")).doesNotExist();
    assertThat(store.load()).isEqualTo(loaded);
  }

  @Test
  void savingOverAFileThatBrokeMeanwhileRenamesItFirst() throws Exception {
    Files.writeString(folder.resolve("settings.unreadable-1.json"), "from an earlier time");
    Files.writeString(file, "{broken");

    store.save(CHOSEN);

    assertThat(folder.resolve("settings.unreadable-1.json")).hasContent("from an earlier time");
    assertThat(folder.resolve("settings.unreadable-2.json")).hasContent("{broken");
    assertThat(store.load().preferences()).isEqualTo(CHOSEN);
  }

  @Test
  void aValueOfTheWrongTypeCountsAsNotSet() throws Exception {
    Files.writeString(
        file, "{\"theme\": 7, \"scalePercent\": \"big\", \"terminal\": [], \"serverUrl\": \"x\"}");

    assertThat(store.load().preferences()).isEqualTo(Preferences.DEFAULT.withServerUrl("x"));
  }

  @Test
  void aScaleOutsideItsRangeIsBroughtIntoIt() throws Exception {
    Files.writeString(file, "{\"scalePercent\": 9000}");

    assertThat(store.load().preferences().scalePercent()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "{}",
        "{\"ramBytes\": 1}",
        "{\"ramBytes\": 9e99}",
        "{\"ramBytes\": 68719476736, \"gpuBytes\": [0]}",
        "{\"ramBytes\": 68719476736, \"gpuBytes\": [\"24G\"]}",
        "{\"ramBytes\": 68719476736, \"gpuBytes\": [25769803776], \"unified\": true}"
      })
  void aMachineThatIsNoneCountsAsNotSet(String machine) throws Exception {
    Files.writeString(file, "{\"otherMachine\": %s}".formatted(machine));

    assertThat(store.load().preferences().otherMachine()).isEmpty();
  }

  @Test
  void aMachineThatIsNoLongerSetLeavesTheFile() throws Exception {
    store.save(CHOSEN);
    store.save(CHOSEN.withOtherMachine(Optional.empty()));

    assertThat(Files.readString(file)).doesNotContain("otherMachine");
  }
}
