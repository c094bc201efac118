package dev.switchyard.ui.doctor;

import dev.switchyard.domain.doctor.Treatment;
import dev.switchyard.ui.doctor.MendingViewModel.State;
import dev.switchyard.ui.projects.Places;
import dev.switchyard.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The findings, one card each. Up and Down go from one to the next. What did not change keeps its
/// card, and with it the keyboard.
final class FindingList extends VBox {
  private final MendingViewModel model;
  private final Places places;
  private final Texts texts;
  private List<FindingCard> cards = List.of();

  FindingList(MendingViewModel model, Places places, Texts texts) {
    this.model = model;
    this.places = places;
    this.texts = texts;
    getStyleClass().add("findings");
    managedProperty().bind(visibleProperty());
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    model.findings().entriesProperty().subscribe(this::show);
    model.findings().expandedProperty().subscribe(_ -> open());
    model.plans().allProperty().subscribe(_ -> cards.forEach(FindingCard::showPlan));
    model.stateProperty().subscribe(_ -> progress());
    model.lastProperty().subscribe(_ -> progress());
  }

  private void show(List<Entry> entries) {
    Map<Entry, FindingCard> before = new HashMap<>();
    cards.forEach(card -> before.put(card.entry(), card));
    var focused = focused();
    var next = new ArrayList<FindingCard>();
    for (var entry : entries) {
      var known = before.get(entry);
      next.add(known == null ? new FindingCard(entry, model, places, texts) : known);
    }
    cards = List.copyOf(next);
    getChildren().setAll(cards);
    setVisible(!cards.isEmpty());
    open();
    markNext();
    progress();
    focused.ifPresent(this::focus);
  }

  private void open() {
    cards.forEach(card -> card.setExpanded(model.findings().isExpanded(card.entry().id())));
  }

  private void progress() {
    State state = model.stateProperty().get();
    Optional<Treatment> last = model.lastProperty().get();
    cards.forEach(card -> card.show(state, last));
  }

  /// The first that can be fixed is what is to be done next.
  private void markNext() {
    var next = cards.stream().filter(card -> card.entry().fix().isPresent()).findFirst();
    cards.forEach(card -> card.setNext(next.filter(card::equals).isPresent()));
  }

  /// The finding whose card has the keyboard.
  private Optional<String> focused() {
    return cards.stream()
        .filter(FindingList::hasKeyboard)
        .map(card -> card.entry().id())
        .findFirst();
  }

  private static boolean hasKeyboard(FindingCard card) {
    return card.isFocusWithin();
  }

  /// A card that was built anew gets the keyboard back.
  private void focus(String id) {
    cards.stream()
        .filter(card -> card.entry().id().equals(id))
        .filter(card -> !hasKeyboard(card))
        .findFirst()
        .ifPresent(card -> card.line().requestFocus());
  }

  private void move(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          default -> 0;
        };
    for (int at = 0; step != 0 && at < cards.size(); at++) {
      if (cards.get(at).line().isFocused()) {
        cards.get(Math.clamp(at + step, 0, cards.size() - 1)).line().requestFocus();
        event.consume();
        return;
      }
    }
  }
}
