package dev.switchyard.ui.modelfile;

import dev.switchyard.ui.shell.Screen;
import dev.switchyard.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Modelfile editor's entry in the navigation.
public final class ModelfileScreen implements Screen {
  private final ModelfileViewModel model;
  private final Texts texts;
  private final Consumer<String> onPull;

  /// @param onPull asked to show where a model of this name can be pulled
  public ModelfileScreen(ModelfileViewModel model, Texts texts, Consumer<String> onPull) {
    this.model = model;
    this.texts = texts;
    this.onPull = onPull;
  }

  @Override
  public String id() {
    return "modelfile";
  }

  @Override
  public String titleKey() {
    return "modelfile.title";
  }

  @Override
  public Ikon icon() {
    return Feather.EDIT_3;
  }

  @Override
  public Node createView() {
    return new ModelfileView(model, texts, onPull).node();
  }

  @Override
  public void shown() {
    model.setShown(true);
  }

  @Override
  public void hidden() {
    model.setShown(false);
  }

  @Override
  public void close() {
    model.close();
  }
}
