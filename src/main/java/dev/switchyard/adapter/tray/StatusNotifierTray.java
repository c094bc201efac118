package dev.switchyard.adapter.tray;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.Surroundings;
import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayLook;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.jspecify.annotations.Nullable;

/// The tray of Linux desktops: KDE, Xfce, Cinnamon, and GNOME with its AppIndicator extension.
///
/// The icon is told to the watcher whenever one appears, since a panel may start after this program
/// and may be started again. Without a bus or a watcher nothing shows it, and the listener knows.
public final class StatusNotifierTray implements Tray {
  private static final String BUS = "org.freedesktop.DBus";

  private final Optional<String> address;
  private final Function<Message, String> texts;
  private @Nullable Session session;
  private Optional<TrayLook> look = Optional.empty();

  /// What there is while the bus is connected.
  private record Session(
      DBusConnection bus, String name, ItemObject item, MenuObject menu, Listener listener) {}

  /// @param surroundings name the session's bus
  /// @param texts renders what the person reads
  public StatusNotifierTray(Surroundings surroundings, Function<Message, String> texts) {
    this.address = SessionBus.address(surroundings);
    this.texts = texts;
  }

  @Override
  public void open(Listener listener) {
    if (address.isEmpty()) {
      listener.visible(false);
      return;
    }
    try {
      connect(address.get(), listener);
    } catch (DBusException | DBusExecutionException | IllegalArgumentException _) {
      listener.visible(false);
    }
  }

  private void connect(String busAddress, Listener listener) throws DBusException {
    var bus =
        DBusConnectionBuilder.forAddress(busAddress)
            .withShared(false)
            .withDisconnectCallback(new EndOfSession(listener))
            .build();
    var name = StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
    var opened =
        new Session(
            bus,
            name,
            new ItemObject(listener, bus::sendMessage),
            new MenuObject(texts, listener, bus::sendMessage),
            listener);
    synchronized (this) {
      session = opened;
      look.ifPresent(known -> show(opened, known));
    }
    bus.exportObject(StatusNotifierItem.PATH, opened.item());
    bus.exportObject(DBusMenu.PATH, opened.menu());
    bus.requestBusName(name);
    // First listen, then look: a watcher that comes in between is not missed.
    bus.addGenericSigHandler(ownerOfWatcher(), _ -> register(opened));
    bus.addGenericSigHandler(fromWatcher("StatusNotifierHostRegistered"), _ -> tell(opened));
    bus.addGenericSigHandler(fromWatcher("StatusNotifierHostUnregistered"), _ -> tell(opened));
    register(opened);
  }

  private static DBusMatchRule ownerOfWatcher() {
    return DBusMatchRuleBuilder.create()
        .withType("signal")
        .withSender(BUS)
        .withInterface(BUS)
        .withMember("NameOwnerChanged")
        .withArg0123(0, StatusNotifierWatcher.NAME)
        .build();
  }

  private static DBusMatchRule fromWatcher(String member) {
    return DBusMatchRuleBuilder.create()
        .withType("signal")
        .withInterface(StatusNotifierWatcher.NAME)
        .withMember(member)
        .build();
  }

  /// Where there is no watcher, nothing shows the item, and the listener is told.
  private static void register(Session opened) {
    try {
      opened
          .bus()
          .getRemoteObject(
              StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
          .registerStatusNotifierItem(opened.name());
      tell(opened);
    } catch (DBusException | DBusExecutionException _) {
      opened.listener().visible(false);
    }
  }

  private static void tell(Session opened) {
    opened.listener().visible(isShown(opened));
  }

  private static boolean isShown(Session opened) {
    try {
      Object answer =
          opened
              .bus()
              .getRemoteObject(
                  StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class)
              .Get(StatusNotifierWatcher.NAME, StatusNotifierWatcher.HOST_REGISTERED);
      return !Boolean.FALSE.equals(answer);
    } catch (DBusException | DBusExecutionException _) {
      return false;
    }
  }

  @Override
  public synchronized void show(TrayLook next) {
    var opened = session;
    look = Optional.of(next);
    if (opened != null) {
      show(opened, next);
    }
  }

  private void show(Session opened, TrayLook next) {
    try {
      opened.item().show(next.icon(), texts.apply(next.tip()));
      opened.menu().show(next.menu());
    } catch (DBusException e) {
      throw new IllegalStateException("a menu of our own cannot be malformed", e);
    }
  }

  private record EndOfSession(Listener listener) implements IDisconnectCallback {
    @Override
    public void disconnectOnError(@Nullable IOException failure) {
      listener.visible(false);
    }
  }

  @Override
  public synchronized void close() {
    var opened = session;
    session = null;
    if (opened != null) {
      opened.bus().disconnect();
    }
  }
}
