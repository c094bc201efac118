package dev.switchyard.ui.endpoint;

import dev.switchyard.ui.share.TeamViewModel;
import dev.switchyard.ui.shell.LateScreen;
import dev.switchyard.ui.text.Texts;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Endpoints screen's entry in the navigation.
public final class EndpointScreen extends LateScreen<EndpointsViewModel> {
  private final Function<Runnable, TeamViewModel> team;
  private final Texts texts;

  /// @param models makes the view-model, once
  /// @param team makes what takes over and shares a file, given what to tell when it wrote
  public EndpointScreen(
      Supplier<EndpointsViewModel> models, Function<Runnable, TeamViewModel> team, Texts texts) {
    super(models);
    this.team = team;
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
    return new EndpointView(model(), team.apply(model()::refresh), new EndpointTexts(texts)).node();
  }
}
