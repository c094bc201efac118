package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Endpoints screen's entry in the navigation. All that it needs is made when it is first asked
/// for.
public final class EndpointScreen implements Screen {
  private final Supplier<EndpointsViewModel> models;
  private final Texts texts;
  private Optional<EndpointsViewModel> model = Optional.empty();

  /// @param models makes the view-model, once
  public EndpointScreen(Supplier<EndpointsViewModel> models, Texts texts) {
    this.models = models;
    this.texts = texts;
  }

  /// What it shows; made now where it was not before.
  public EndpointsViewModel model() {
    var made = model.orElseGet(models);
    model = Optional.of(made);
    return made;
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
    model.ifPresent(EndpointsViewModel::close);
  }
}
