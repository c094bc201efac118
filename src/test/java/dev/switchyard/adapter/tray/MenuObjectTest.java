package dev.switchyard.adapter.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.route.RouteChoice;
import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayEntry;
import dev.switchyard.domain.tray.TrayEntry.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuObjectTest {
  private static final TrayAction LOCAL = new TrayAction.SwitchDefault(RouteChoice.LOCAL);
  private static final TrayAction CLOUD = new TrayAction.SwitchDefault(RouteChoice.CLOUD);

  private final List<DBusSignal> signals = new ArrayList<>();
  private final List<TrayAction> chosen = new ArrayList<>();
  private final MenuObject menu = new MenuObject(Message::key, new Clicks(), signals::add);
  private int openings;

  private final class Clicks implements Tray.Listener {
    @Override
    public void visible(boolean isVisible) {}

    @Override
    public void opening() {
      openings++;
    }

    @Override
    public void chosen(TrayAction action) {
      chosen.add(action);
    }
  }

  @BeforeEach
  void show() throws Exception {
    menu.show(entries("a_model", Mark.OFF));
    signals.clear();
  }

  @Test
  void theLayoutHoldsWhatTheProtocolAsksFor() {
    var layout = menu.getLayout(DBusMenu.ROOT, -1, List.of());

    assertThat(layout.node.properties).containsEntry("children-display", new Variant<>("submenu"));
    var below = children(layout.node);
    assertThat(below.get(0).properties)
        .containsEntry("label", new Variant<>("a__model"))
        .containsEntry("enabled", new Variant<>(false));
    assertThat(below.get(1).properties).isEqualTo(Map.of("type", new Variant<>("separator")));
    assertThat(below.get(2).properties)
        .containsEntry("toggle-type", new Variant<>("radio"))
        .containsEntry("toggle-state", new Variant<>(0));
    assertThat(below.get(3).properties).containsEntry("children-display", new Variant<>("submenu"));
    assertThat(children(below.get(3))).hasSize(1);
  }

  @Test
  void onlyTheWantedLevelsAreAnswered() {
    var layout = menu.getLayout(DBusMenu.ROOT, 1, List.of());

    assertThat(children(children(layout.node).get(3))).isEmpty();
  }

  @Test
  void aClickDoesWhatTheEntrySays() {
    int id = id(2);

    menu.event(id, "hovered", new Variant<>(0), new UInt32(0));
    menu.event(id, "clicked", new Variant<>(0), new UInt32(0));

    assertThat(chosen).containsExactly(LOCAL);
  }

  @Test
  void severalEventsAtOnceAreUnderstoodToo() {
    menu.eventGroup(
        List.of(
            new DBusMenu.MenuEvent(DBusMenu.ROOT, "opened", new Variant<>(0), new UInt32(0)),
            new DBusMenu.MenuEvent(id(2), "clicked", new Variant<>(0), new UInt32(0))));

    assertThat(openings).isEqualTo(1);
    assertThat(chosen).containsExactly(LOCAL);
  }

  @Test
  void aClickOnWhatIsGoneDoesNothing() throws Exception {
    int id = id(2);

    menu.show(List.of(new TrayEntry.Item(Message.of("cloud"), Mark.ON, CLOUD)));
    menu.event(id, "clicked", new Variant<>(0), new UInt32(0));

    assertThat(chosen).isEmpty();
  }

  @Test
  void anotherTickChangesTheMenuInPlace() throws Exception {
    menu.show(entries("a_model", Mark.ON));

    assertThat(signals).singleElement().isInstanceOf(DBusMenu.ItemsPropertiesUpdated.class);
    assertThat(menu.getProperty(id(2), "toggle-state")).isEqualTo(new Variant<>(1));
  }

  @Test
  void theSameMenuIsNotAnnounced() throws Exception {
    menu.show(entries("a_model", Mark.OFF));

    assertThat(signals).isEmpty();
  }

  @Test
  void anotherLayoutGetsAnotherRevision() throws Exception {
    var before = menu.getLayout(DBusMenu.ROOT, 0, List.of()).revision;

    menu.show(List.of(new TrayEntry.Separator()));

    assertThat(signals).singleElement().isInstanceOf(DBusMenu.LayoutUpdated.class);
    assertThat(menu.getLayout(DBusMenu.ROOT, 0, List.of()).revision).isNotEqualTo(before);
  }

  /// A host that moves the tick by itself is told at once that it has not moved.
  @Test
  void aClickMovesNoTick() {
    menu.event(id(2), "clicked", new Variant<>(0), new UInt32(0));

    assertThat(signals).singleElement().isInstanceOf(DBusMenu.ItemsPropertiesUpdated.class);
    assertThat(menu.getProperty(id(2), "toggle-state")).isEqualTo(new Variant<>(0));
  }

  private int id(int place) {
    return children(menu.getLayout(DBusMenu.ROOT, -1, List.of()).node).get(place).id;
  }

  private static List<DBusMenu.Node> children(DBusMenu.Node node) {
    return node.children.stream().map(child -> (DBusMenu.Node) child.getValue()).toList();
  }

  private static List<TrayEntry> entries(String line, Mark local) {
    return List.of(
        new TrayEntry.Line(Message.of(line)),
        new TrayEntry.Separator(),
        new TrayEntry.Item(Message.of("local"), local, LOCAL),
        new TrayEntry.Submenu(
            "more",
            Message.of("more"),
            List.of(new TrayEntry.Item(Message.of("cloud"), Mark.OFF, CLOUD))));
  }
}
