package dev.switchyard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.preference.JsonPreferencesStore;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.ui.shell.Notices;
import dev.switchyard.ui.shell.NoticesViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  @TempDir Path folder;

  private final ImmediateTasks tasks = new ImmediateTasks();
  private final NoticesViewModel notices = new NoticesViewModel();
  private final List<EndpointUrl> servers = new ArrayList<>();
  private JsonPreferencesStore store;
  private SettingsViewModel model;

  @BeforeEach
  void open() throws PortException {
    store = new JsonPreferencesStore(folder);
    var preferences = new PreferencesModel(tasks, store, notices, store.load());
    model =
        new SettingsViewModel(
            preferences, folder.resolve("settings.json"), EndpointUrl.DEFAULT, servers::add);
  }

  @Test
  void anAddressIsCompletedSavedAndUsed() throws PortException {
    model.setServer(" box:8080 ");

    assertThat(store.load().preferences().serverUrl()).isEqualTo("http://box:8080");
    assertThat(servers).singleElement().hasToString("http://box:8080");
    assertThat(model.serverNoteProperty().get()).isEmpty();
  }

  @Test
  void whoOnlyPassesThroughTheFieldKeepsTheServer() {
    model.leaveServer("");
    assertThat(servers).isEmpty();

    model.leaveServer("box");
    model.leaveServer("http://box:11434");
    assertThat(servers).hasSize(1);
  }

  @Test
  void theOpenAiLayerIsLeftOutAndSaidSo() throws PortException {
    model.setServer("http://localhost:11434/v1");

    assertThat(store.load().preferences().serverUrl()).isEqualTo("http://localhost:11434");
    assertThat(model.serverNoteProperty().get().orElseThrow().problem()).isFalse();
  }

  @Test
  void whatIsNoAddressChangesNothing() {
    model.setServer("ftp://x");

    assertThat(model.serverNoteProperty().get().orElseThrow().problem()).isTrue();
    assertThat(servers).isEmpty();
    assertThat(folder.resolve("settings.json")).doesNotExist();
  }

  @Test
  void nothingEnteredMeansTheDefault() throws PortException {
    model.setServer("box");
    model.setServer("  ");

    assertThat(store.load().preferences().serverUrl()).isEmpty();
    assertThat(servers.getLast()).isEqualTo(EndpointUrl.DEFAULT);
  }

  @Test
  void ofQuickChangesTheLastOneIsInTheFile() throws PortException {
    tasks.hold();
    model.setTheme(Preferences.Theme.DARK);
    model.setScale(125);
    model.setScale(150);
    tasks.release();

    var saved = store.load().preferences();
    assertThat(saved.theme()).isEqualTo(Preferences.Theme.DARK);
    assertThat(saved.scalePercent()).isEqualTo(150);
  }

  @Test
  void aFileThatCannotBeWrittenIsANoticeAndTheChoiceHoldsForNow() throws Exception {
    Files.createDirectories(folder.resolve("settings.json"));

    model.setScale(150);

    assertThat(model.preferencesProperty().get().scalePercent()).isEqualTo(150);
    assertThat(notices.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.ERROR));
  }

  @Test
  void settingsThatCouldNotBeReadAreReported() throws Exception {
    Files.writeString(folder.resolve("settings.json"), "{");

    var preferences = new PreferencesModel(tasks, store, notices, store.load());

    assertThat(preferences.get()).isEqualTo(Preferences.DEFAULT);
    assertThat(notices.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.WARNING));
  }
}
