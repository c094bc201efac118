package dev.switchyard.adapter.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that the desktop draws. Source: `com.canonical.dbusmenu`, version 3, as in libdbusmenu's
/// `dbus-menu.xml`.
@DBusInterfaceName(DBusMenu.NAME)
public interface DBusMenu extends DBusInterface {
  String NAME = "com.canonical.dbusmenu";
  String PATH = "/MenuBar";

  /// The id of the menu itself.
  int ROOT = 0;

  /// @param depth how many levels below the parent are wanted; -1 for all
  /// @param properties names of the wanted ones; empty for all
  @DBusMemberName("GetLayout")
  Layout<UInt32, Node> getLayout(int parent, int depth, List<String> properties);

  /// @param ids the wanted entries; empty for all
  @DBusMemberName("GetGroupProperties")
  List<EntryProperties> getGroupProperties(List<Integer> ids, List<String> properties);

  @DBusMemberName("GetProperty")
  Variant<?> getProperty(int id, String property);

  /// @param kind `clicked`, `hovered`, `opened` or `closed`
  @DBusMemberName("Event")
  void event(int id, String kind, Variant<?> data, UInt32 timestamp);

  /// @return ids that there are not
  @DBusMemberName("EventGroup")
  List<Integer> eventGroup(List<MenuEvent> events);

  /// @return whether the layout changed for that
  @DBusMemberName("AboutToShow")
  boolean aboutToShow(int id);

  @DBusMemberName("AboutToShowGroup")
  Shown<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids);

  /// The layout below an entry is another one.
  @DBusMemberName("LayoutUpdated")
  final class LayoutUpdated extends DBusSignal {
    public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
      super(path, revision, parent);
    }
  }

  /// Entries look different, in the same layout: a menu that is open changes in place.
  @DBusMemberName("ItemsPropertiesUpdated")
  final class ItemsPropertiesUpdated extends DBusSignal {
    public ItemsPropertiesUpdated(
        String path, List<EntryProperties> updated, List<RemovedProperties> removed)
        throws DBusException {
      super(path, updated, removed);
    }
  }

  /// The answer of `GetLayout`.
  final class Layout<R, N> extends Tuple {
    @Position(0)
    public final R revision;

    @Position(1)
    public final N node;

    public Layout(R revision, N node) {
      this.revision = revision;
      this.node = node;
    }
  }

  /// The answer of `AboutToShowGroup`: ids whose layout changed, and ids that there are not.
  final class Shown<U, M> extends Tuple {
    @Position(0)
    public final U changed;

    @Position(1)
    public final M missing;

    public Shown(U changed, M missing) {
      this.changed = changed;
      this.missing = missing;
    }
  }

  /// An entry with those below it.
  final class Node extends Struct {
    static final String SIGNATURE = "(ia{sv}av)";

    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    @Position(2)
    public final List<Variant<?>> children;

    public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
      this.id = id;
      this.properties = properties;
      this.children = children;
    }
  }

  /// An entry alone.
  final class EntryProperties extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final Map<String, Variant<?>> properties;

    public EntryProperties(int id, Map<String, Variant<?>> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /// Properties that an entry has no more.
  final class RemovedProperties extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final List<String> properties;

    public RemovedProperties(int id, List<String> properties) {
      this.id = id;
      this.properties = properties;
    }
  }

  /// One of several events.
  final class MenuEvent extends Struct {
    @Position(0)
    public final int id;

    @Position(1)
    public final String kind;

    @Position(2)
    public final Variant<?> data;

    @Position(3)
    public final UInt32 timestamp;

    public MenuEvent(int id, String kind, Variant<?> data, UInt32 timestamp) {
      this.id = id;
      this.kind = kind;
      this.data = data;
      this.timestamp = timestamp;
    }
  }
}
