package dev.switchyard.ui.doctor;

import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The doctor's entry in the navigation. Nothing else of it is there before it is first shown.
public final class DoctorScreen implements Screen {
  private final Supplier<DoctorModels> models;
  private final Navigator navigator;
  private final Places places;
  private final Texts texts;

  /// @param models makes them the first time, and then gives the same
  public DoctorScreen(
      Supplier<DoctorModels> models, Navigator navigator, Places places, Texts texts) {
    this.models = models;
    this.navigator = navigator;
    this.places = places;
    this.texts = texts;
  }

  @Override
  public String id() {
    return "doctor";
  }

  @Override
  public String titleKey() {
    return "doctor.screen.name";
  }

  @Override
  public Ikon icon() {
    return Feather.ACTIVITY;
  }

  @Override
  public Node createView() {
    return new DoctorView(models.get(), navigator, places, texts).node();
  }

  @Override
  public void shown() {
    models.get().mending().refresh();
    models.get().examinations().setShown(true);
  }

  @Override
  public void hidden() {
    models.get().examinations().setShown(false);
  }
}
