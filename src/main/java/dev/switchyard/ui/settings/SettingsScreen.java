package dev.switchyard.ui.settings;

import dev.switchyard.ui.about.AboutViewModel;
import dev.switchyard.ui.launch.TerminalViewModel;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The last entry of the navigation.
public final class SettingsScreen implements Screen {
  private final SettingsViewModel model;
  private final TerminalViewModel terminals;
  private final BackgroundViewModel background;
  private final LearnedViewModel learned;
  private final TakeBackViewModel takeBack;
  private final AboutViewModel about;
  private final LanguageViewModel language;
  private final Texts texts;

  public SettingsScreen(
      SettingsViewModel model,
      TerminalViewModel terminals,
      BackgroundViewModel background,
      LearnedViewModel learned,
      TakeBackViewModel takeBack,
      AboutViewModel about,
      LanguageViewModel language,
      Texts texts) {
    this.model = model;
    this.terminals = terminals;
    this.background = background;
    this.learned = learned;
    this.takeBack = takeBack;
    this.about = about;
    this.language = language;
    this.texts = texts;
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String titleKey() {
    return "settings.title";
  }

  @Override
  public Ikon icon() {
    return Feather.SETTINGS;
  }

  @Override
  public Node createView() {
    return new SettingsView(model, terminals, background, learned, takeBack, about, language, texts)
        .node();
  }

  @Override
  public void shown() {
    background.refresh();
    about.refresh();
    learned.refresh();
  }

  @Override
  public void hidden() {}
}
