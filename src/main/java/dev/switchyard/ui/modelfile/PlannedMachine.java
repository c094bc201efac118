package dev.switchyard.ui.modelfile;

import dev.switchyard.domain.Bytes;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.memory.OtherMachine;
import dev.switchyard.domain.preference.Preferences;
import dev.switchyard.ui.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The machine that forecasts are for: this one, or "What if I had 24 GB?"
public final class PlannedMachine {
  private static final long GIB = 1L << 30;

  /// What is offered beside the graphics cards; a person can write another amount.
  private static final long USUAL_RAM = 32 * GIB;

  private static final List<Long> CARDS = List.of(8L, 12L, 16L, 24L, 32L, 48L);
  private static final List<Long> SHARED = List.of(16L, 24L, 32L, 36L, 48L, 64L, 96L, 128L);

  /// A machine to choose.
  ///
  /// @param label what it has
  public record Preset(Message label, OtherMachine machine) {}

  /// One graphics card, two of the most usual, or one memory for both.
  public static final List<Preset> PRESETS =
      Stream.of(
              CARDS.stream().map(size -> card(List.of(size * GIB))),
              Stream.of(card(List.of(24 * GIB, 24 * GIB))),
              SHARED.stream().map(size -> shared(size * GIB)))
          .flatMap(each -> each)
          .toList();

  private final ReadOnlyObjectWrapper<Optional<OtherMachine>> machine;
  private final Consumer<UnaryOperator<Preferences>> change;

  /// @param preferences where it is kept
  /// @param change changes them
  public PlannedMachine(
      ObservableValue<Preferences> preferences, Consumer<UnaryOperator<Preferences>> change) {
    this.change = change;
    this.machine = new ReadOnlyObjectWrapper<>(preferences.getValue().otherMachine());
    preferences.subscribe(now -> machine.set(now.otherMachine()));
  }

  /// The machine described by hand; empty for the server's own.
  public ReadOnlyObjectProperty<Optional<OtherMachine>> machineProperty() {
    return machine.getReadOnlyProperty();
  }

  public void choose(OtherMachine chosen) {
    change.accept(preferences -> preferences.withOtherMachine(Optional.of(chosen)));
  }

  public void backToThisMachine() {
    change.accept(preferences -> preferences.withOtherMachine(Optional.empty()));
  }

  /// Takes over a machine as typed: `64`, `64 GB`; cards as `24` or `24, 24`. A number without a
  /// unit means GiB.
  ///
  /// @param cards empty for none
  /// @return whether it is one
  public boolean describe(String ram, String cards, boolean unified) {
    var ramBytes = amount(ram);
    var cardBytes = cards(cards);
    if (ramBytes.isEmpty()
        || cardBytes.isEmpty()
        || !OtherMachine.isPossible(
            ramBytes.getAsLong(), unified ? List.of() : cardBytes.get(), unified)) {
      return false;
    }
    choose(new OtherMachine(ramBytes.getAsLong(), unified ? List.of() : cardBytes.get(), unified));
    return true;
  }

  private static Optional<List<Long>> cards(String typed) {
    var found = new ArrayList<Long>();
    for (var each : typed.split("[,;+]", -1)) {
      var bytes = each.isBlank() ? OptionalLong.of(0) : amount(each);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      if (bytes.getAsLong() > 0) {
        found.add(bytes.getAsLong());
      }
    }
    return Optional.of(List.copyOf(found));
  }

  private static OptionalLong amount(String typed) {
    var number = typed.strip();
    boolean bare = !number.isEmpty() && number.chars().allMatch(Character::isDigit);
    return Sizes.parse(bare ? number + "G" : number);
  }

  private static Preset card(List<Long> cards) {
    return new Preset(
        cards.size() == 1
            ? Message.of("modelfile.machine.card", new Bytes(cards.getFirst()))
            : Message.of("modelfile.machine.cards", cards.size(), new Bytes(cards.getFirst())),
        new OtherMachine(USUAL_RAM, cards, false));
  }

  private static Preset shared(long bytes) {
    return new Preset(
        Message.of("modelfile.machine.unified", new Bytes(bytes)),
        new OtherMachine(bytes, List.of(), true));
  }
}
