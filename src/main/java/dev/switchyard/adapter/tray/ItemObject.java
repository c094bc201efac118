package dev.switchyard.adapter.tray;

import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The icon on the bus. Its methods are called on the bus's threads.
final class ItemObject implements StatusNotifierItem, Properties {
  /// In pixels: panels of usual heights, and of those on screens with twice the dots.
  private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 44, 48, 64);

  private static final String PIXMAPS = "a(iiay)";

  private final Tray.Listener listener;
  private final Consumer<DBusSignal> signals;
  private volatile Look look = Look.of(TrayIcon.CLOUD, "");

  /// @param pixmaps the icon in all sizes, drawn once
  private record Look(TrayIcon icon, List<Pixmap> pixmaps, String tip) {
    static Look of(TrayIcon icon, String tip) {
      return new Look(icon, drawn(icon), tip);
    }
  }

  /// One picture: ARGB, the most significant byte first, row by row.
  public static final class Pixmap extends Struct {
    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final byte[] pixels;

    public Pixmap(int width, int height, byte[] pixels) {
      this.width = width;
      this.height = height;
      this.pixels = pixels;
    }
  }

  /// What is shown when the icon is pointed at.
  public static final class ToolTip extends Struct {
    @Position(0)
    public final String iconName;

    @Position(1)
    public final List<Pixmap> icon;

    @Position(2)
    public final String title;

    @Position(3)
    public final String text;

    public ToolTip(String iconName, List<Pixmap> icon, String title, String text) {
      this.iconName = iconName;
      this.icon = icon;
      this.title = title;
      this.text = text;
    }
  }

  /// @param signals takes what is to be announced
  ItemObject(Tray.Listener listener, Consumer<DBusSignal> signals) {
    this.listener = listener;
    this.signals = signals;
  }

  /// Shows something else and announces what is different, if anything is.
  void show(TrayIcon icon, String tip) throws DBusException {
    var before = look;
    look = icon == before.icon() ? new Look(icon, before.pixmaps(), tip) : Look.of(icon, tip);
    if (icon != before.icon()) {
      signals.accept(new NewIcon(PATH));
    }
    if (!tip.equals(before.tip())) {
      signals.accept(new NewToolTip(PATH));
    }
  }

  @Override
  public String getObjectPath() {
    return PATH;
  }

  @Override
  public void activate(int x, int y) {
    listener.chosen(new TrayAction.Open());
  }

  @Override
  public void secondaryActivate(int x, int y) {
    listener.chosen(new TrayAction.Open());
  }

  @Override
  public void contextMenu(int x, int y) {
    // The window has all that the menu has, where a host draws no menus.
    listener.chosen(new TrayAction.Open());
  }

  @Override
  public void scroll(int delta, String orientation) {
    // Nothing here is turned up or down.
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String name, String property) {
    return (A) GetAll(NAME).getOrDefault(property, new Variant<>(""));
  }

  @Override
  public <A> void Set(String name, String property, A value) {
    // Nothing here can be set from outside.
  }

  @Override
  public Map<String, Variant<?>> GetAll(String name) {
    var properties = new LinkedHashMap<String, Variant<?>>();
    if (!name.equals(NAME)) {
      return properties;
    }
    var now = look;
    properties.put("Category", new Variant<>("ApplicationStatus"));
    properties.put("Id", new Variant<>("switchyard"));
    properties.put("Title", new Variant<>("Switchyard"));
    properties.put("Status", new Variant<>("Active"));
    properties.put("WindowId", new Variant<>(new UInt32(0)));
    properties.put("IconName", new Variant<>(""));
    properties.put("IconPixmap", new Variant<>(now.pixmaps(), PIXMAPS));
    properties.put("OverlayIconName", new Variant<>(""));
    properties.put("AttentionIconName", new Variant<>(""));
    properties.put(
        "ToolTip",
        new Variant<>(new ToolTip("", List.of(), "Switchyard", now.tip()), "(sa(iiay)ss)"));
    // A click opens the window; the menu comes with the other button.
    properties.put("ItemIsMenu", new Variant<>(false));
    properties.put("Menu", new Variant<>(new DBusPath(DBusMenu.PATH), "o"));
    return properties;
  }

  private static List<Pixmap> drawn(TrayIcon icon) {
    return SIZES.stream()
        .map(size -> new Pixmap(size, size, TrayGlyph.of(icon).bytes(size)))
        .toList();
  }
}
