package dev.switchyard.ui.usage;

import dev.switchyard.domain.usage.Prices;
import dev.switchyard.ui.component.Card;
import dev.switchyard.ui.component.Figure;
import dev.switchyard.ui.component.FormRow;
import dev.switchyard.ui.component.InlineMessage;
import dev.switchyard.ui.component.Tone;
import dev.switchyard.ui.text.Texts;
import dev.switchyard.ui.usage.PricesViewModel.Typed;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// The cloud's list prices, which the person enters: for all local models, or for one.
final class PriceCard extends Card {
  private static final int SHORT = 8;

  private final UsageViewModel usage;
  private final PricesViewModel model;
  private final Texts texts;
  private final ComboBox<String> models = new ComboBox<>();
  private final TextField instead = new TextField();
  private final TextField input = amount();
  private final TextField output = amount();
  private final TextField cacheRead = amount();
  private final TextField cacheWrite = amount();
  private final TextField currency = amount();
  private final InlineMessage problem = new InlineMessage();
  private final Button remove;
  private boolean filling;

  PriceCard(UsageViewModel usage, Texts texts) {
    super(texts.text("usage.prices"));
    this.usage = usage;
    this.model = usage.prices();
    this.texts = texts;
    getStyleClass().add("usage-prices");
    var save = new Button(texts.text("usage.prices.save"));
    save.setOnAction(_ -> model.save(typed()));
    remove = new Button(texts.text("usage.prices.remove"));
    remove.setOnAction(_ -> model.remove(chosen()));
    var buttons = new HBox(save, remove);
    buttons.getStyleClass().add("buttons");
    fillModels();
    getChildren()
        .addAll(
            Figure.caption(texts.text("usage.prices.hint")),
            new FormRow(texts.text("usage.prices.for"), models, ""),
            new FormRow(texts.text("usage.prices.instead"), instead, ""),
            pair("usage.prices.in", input, "usage.prices.out", output),
            pair("usage.prices.cache-read", cacheRead, "usage.prices.cache-write", cacheWrite),
            new FormRow(texts.text("usage.prices.currency"), currency, ""),
            problem,
            buttons);
    instead.setPromptText("claude-sonnet-5");
    currency.setPromptText("USD");
    usage.shownProperty().subscribe((_, _) -> listModels());
    model
        .pricesProperty()
        .subscribe(_ -> {
          listModels();
          fill();
        });
    model
        .problemProperty()
        .subscribe(why ->
            why.ifPresentOrElse(
                text -> problem.show(Tone.DANGER, texts.text(text)), problem::clear));
  }

  private HBox pair(String left, TextField one, String right, TextField other) {
    var pair =
        new HBox(new FormRow(texts.text(left), one, ""), new FormRow(texts.text(right), other, ""));
    pair.getStyleClass().add("pair");
    return pair;
  }

  private static TextField amount() {
    var field = new TextField();
    field.setPrefColumnCount(SHORT);
    return field;
  }

  private void fillModels() {
    models.setMaxWidth(Double.MAX_VALUE);
    models.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null || name.equals(Prices.ALL_OTHERS)
                ? texts.text("usage.price.all-others")
                : name;
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    models.getItems().add(Prices.ALL_OTHERS);
    models.setValue(Prices.ALL_OTHERS);
    models.setOnAction(_ -> {
      if (!filling) {
        fill();
      }
    });
  }

  private void listModels() {
    var names = new TreeSet<>(model.pricesProperty().get().byModel().keySet());
    usage
        .shownProperty()
        .get()
        .ifPresent(said -> names.addAll(said.usage().localByModel().keySet()));
    names.remove(Prices.ALL_OTHERS);
    var chosen = chosen();
    filling = true;
    models.getItems().setAll(Prices.ALL_OTHERS);
    models.getItems().addAll(names);
    models.setValue(models.getItems().contains(chosen) ? chosen : Prices.ALL_OTHERS);
    filling = false;
  }

  private String chosen() {
    var chosen = models.getValue();
    return chosen == null ? Prices.ALL_OTHERS : chosen;
  }

  private void fill() {
    var typed = model.of(chosen());
    instead.setText(typed.instead());
    input.setText(typed.input());
    output.setText(typed.output());
    cacheRead.setText(typed.cacheRead());
    cacheWrite.setText(typed.cacheWrite());
    currency.setText(typed.currency());
    remove.setDisable(!model.pricesProperty().get().byModel().containsKey(chosen()));
  }

  private Typed typed() {
    return new Typed(
        chosen(),
        instead.getText(),
        input.getText(),
        output.getText(),
        cacheRead.getText(),
        cacheWrite.getText(),
        currency.getText());
  }
}
