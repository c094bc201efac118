package dev.switchyard.adapter.tray;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.tray.Tray;
import dev.switchyard.domain.tray.TrayAction;
import dev.switchyard.domain.tray.TrayEntry;
import dev.switchyard.domain.tray.TrayLook;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tray of Windows and macOS, through Java's own. Everything of AWT happens on its event
/// thread.
public final class AwtTray implements Tray {
  private static final List<Integer> SIZES = List.of(16, 20, 24, 32, 48, 64);

  private final Function<Message, String> texts;
  private @Nullable TrayIcon icon;
  private Optional<TrayLook> look = Optional.empty();
  private @Nullable Listener listener;

  /// @param texts renders what the person reads
  public AwtTray(Function<Message, String> texts) {
    this.texts = texts;
  }

  @Override
  public void open(Listener told) {
    EventQueue.invokeLater(() -> add(told));
  }

  private void add(Listener told) {
    listener = told;
    if (!SystemTray.isSupported()) {
      told.visible(false);
      return;
    }
    var added = new TrayIcon(picture(dev.switchyard.domain.tray.TrayIcon.CLOUD));
    added.setImageAutoSize(true);
    added.addActionListener(_ -> told.chosen(new TrayAction.Open()));
    try {
      SystemTray.getSystemTray().add(added);
    } catch (AWTException _) {
      told.visible(false);
      return;
    }
    icon = added;
    look.ifPresent(known -> show(added, known));
    told.visible(true);
  }

  @Override
  public void show(TrayLook next) {
    EventQueue.invokeLater(() -> {
      look = Optional.of(next);
      if (icon != null) {
        show(icon, next);
      }
    });
  }

  private void show(TrayIcon shown, TrayLook next) {
    shown.setImage(picture(next.icon()));
    shown.setToolTip("Switchyard: " + texts.apply(next.tip()));
    var popup = new PopupMenu();
    fill(popup, next.menu());
    shown.setPopupMenu(popup);
  }

  private void fill(Menu menu, List<TrayEntry> entries) {
    for (var entry : entries) {
      switch (entry) {
        case TrayEntry.Separator _ -> menu.addSeparator();
        case TrayEntry.Line(var text) -> {
          var line = new MenuItem(texts.apply(text));
          line.setEnabled(false);
          menu.add(line);
        }
        case TrayEntry.Item item -> menu.add(item(item));
        case TrayEntry.Submenu submenu -> {
          var below = new Menu(texts.apply(submenu.text()));
          fill(below, submenu.entries());
          menu.add(below);
        }
      }
    }
  }

  private MenuItem item(TrayEntry.Item item) {
    if (item.mark() == TrayEntry.Mark.NONE) {
      var plain = new MenuItem(texts.apply(item.text()));
      plain.addActionListener(_ -> choose(item.action()));
      return plain;
    }
    boolean isOn = item.mark() == TrayEntry.Mark.ON;
    var marked = new CheckboxMenuItem(texts.apply(item.text()), isOn);
    marked.addItemListener(_ -> {
      // The tick moves when the switch is done, not when it is asked for.
      marked.setState(isOn);
      choose(item.action());
    });
    return marked;
  }

  private void choose(TrayAction action) {
    if (listener != null) {
      listener.chosen(action);
    }
  }

  private static Image picture(dev.switchyard.domain.tray.TrayIcon state) {
    var glyph = TrayGlyph.of(state);
    return new BaseMultiResolutionImage(
        SIZES.stream()
            .map(size -> image(glyph, size))
            .flatMap(Stream::of)
            .toArray(BufferedImage[]::new));
  }

  private static BufferedImage image(TrayGlyph glyph, int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, glyph.pixels(size), 0, size);
    return image;
  }

  @Override
  public void close() {
    EventQueue.invokeLater(() -> {
      if (icon != null) {
        SystemTray.getSystemTray().remove(icon);
      }
    });
  }
}
