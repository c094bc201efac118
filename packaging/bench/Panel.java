import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// A desktop's panel that takes tray icons, as far as the bus goes: a program whose icon has a
/// place stays when its window is closed.
public final class Panel implements AutoCloseable {
  private static final String WATCHER = "org.kde.StatusNotifierWatcher";

  private final DBusConnection bus;
  private final BlockingQueue<String> icons = new LinkedBlockingQueue<>();

  /// What programs with an icon call.
  @DBusInterfaceName(WATCHER)
  public interface Watcher extends DBusInterface {
    @DBusMemberName("RegisterStatusNotifierItem")
    void register(String icon);
  }

  /// Public, as the bus library asks for.
  public final class Icons implements Watcher, Properties {
    @Override
    public void register(String icon) {
      icons.add(icon);
    }

    @Override
    public String getObjectPath() {
      return "/StatusNotifierWatcher";
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String of, String property) {
      return (A) GetAll(of).get(property);
    }

    @Override
    public <A> void Set(String of, String property, A value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String of) {
      return Map.of("IsStatusNotifierHostRegistered", new Variant<>(true));
    }
  }

  Panel(String address) throws Exception {
    bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    var icons = new Icons();
    bus.exportObject(icons.getObjectPath(), icons);
    bus.requestBusName(WATCHER);
  }

  /// Forgets the icons that came until now.
  void forget() {
    icons.clear();
  }

  void awaitIcon() throws InterruptedException {
    if (icons.poll(60, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("no tray icon within a minute");
    }
  }

  @Override
  public void close() {
    bus.disconnect();
  }
}
