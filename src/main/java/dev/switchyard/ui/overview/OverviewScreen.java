package dev.switchyard.ui.overview;

import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.shell.ServerViewModel;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.work.WorkViewModel;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The first entry of the navigation.
public final class OverviewScreen implements Screen {
  private final OverviewViewModel model;
  private final ServerViewModel server;
  private final WorkViewModel work;
  private final OperatingSystem system;
  private final Texts texts;

  public OverviewScreen(
      OverviewViewModel model,
      ServerViewModel server,
      WorkViewModel work,
      OperatingSystem system,
      Texts texts) {
    this.model = model;
    this.server = server;
    this.work = work;
    this.system = system;
    this.texts = texts;
  }

  @Override
  public String id() {
    return "overview";
  }

  @Override
  public String titleKey() {
    return "overview.title";
  }

  @Override
  public Ikon icon() {
    return Feather.PIE_CHART;
  }

  @Override
  public Node createView() {
    return new OverviewView(model, server, work, system, texts).node();
  }

  @Override
  public void shown() {
    server.setFollowed(true);
    model.setShown(true);
  }

  @Override
  public void hidden() {
    model.setShown(false);
    server.setFollowed(false);
  }
}
