package dev.switchyard.ui.capability;

import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Capabilities screen's entry in the navigation. All that it needs is made when it is first
/// asked for.
public final class CapabilityScreen implements Screen {
  private final Supplier<CapabilityViewModel> models;
  private final Texts texts;
  private Optional<CapabilityViewModel> model = Optional.empty();

  /// @param models makes the view-model, once
  public CapabilityScreen(Supplier<CapabilityViewModel> models, Texts texts) {
    this.models = models;
    this.texts = texts;
  }

  /// What it shows; made now where it was not before.
  public CapabilityViewModel model() {
    var made = model.orElseGet(models);
    model = Optional.of(made);
    return made;
  }

  @Override
  public String id() {
    return "capabilities";
  }

  @Override
  public String titleKey() {
    return "capabilities.title";
  }

  @Override
  public Ikon icon() {
    return Feather.CHECK_SQUARE;
  }

  @Override
  public Node createView() {
    return new CapabilityView(model(), texts).node();
  }

  @Override
  public void shown() {
    model().setShown(true);
  }

  @Override
  public void refresh() {
    model().refresh();
  }

  @Override
  public void hidden() {
    model.ifPresent(shown -> shown.setShown(false));
  }

  @Override
  public void close() {
    model.ifPresent(CapabilityViewModel::close);
  }
}
