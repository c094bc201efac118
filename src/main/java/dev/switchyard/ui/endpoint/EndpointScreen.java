package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.shell.LateScreen;
import dev.switchyard.ui.text.Texts;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Endpoints screen's entry in the navigation.
public final class EndpointScreen extends LateScreen<EndpointsViewModel> {
  private final Texts texts;

  /// @param models makes the view-model, once
  public EndpointScreen(Supplier<EndpointsViewModel> models, Texts texts) {
    super(models);
    this.texts = texts;
  }

  @Override
  public String id() {
    return "endpoints";
  }

  @Override
  public String titleKey() {
    return "endpoints.title";
  }

  @Override
  public Ikon icon() {
    return Feather.SERVER;
  }

  @Override
  public Node createView() {
    return new EndpointView(model(), new EndpointTexts(texts)).node();
  }
}
