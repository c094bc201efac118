package dev.switchyard.ui.doctor;

import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.shell.LateScreen;
import dev.switchyard.ui.shell.Navigator;
import dev.switchyard.ui.text.Texts;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The doctor's entry in the navigation.
public final class DoctorScreen extends LateScreen<DoctorModels> {
  private final Navigator navigator;
  private final Places places;
  private final Texts texts;

  /// @param models makes them, once
  public DoctorScreen(
      Supplier<DoctorModels> models, Navigator navigator, Places places, Texts texts) {
    super(models);
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
    return new DoctorView(model(), navigator, places, texts).node();
  }
}
