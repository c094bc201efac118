package dev.switchyard.ui.capability;

import dev.switchyard.ui.shell.LateScreen;
import dev.switchyard.ui.text.Texts;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Capabilities screen's entry in the navigation.
public final class CapabilityScreen extends LateScreen<CapabilityViewModel> {
  private final Texts texts;

  /// @param models makes the view-model, once
  public CapabilityScreen(Supplier<CapabilityViewModel> models, Texts texts) {
    super(models);
    this.texts = texts;
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
}
