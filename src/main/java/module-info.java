/// Switchyard: a desktop control panel for running Claude Code on models that you serve yourself.
///
/// One application, not a library: nothing is exported. Packages are opened only to the frameworks
/// that construct or read their classes by reflection.
@org.jspecify.annotations.NullMarked
module dev.switchyard {
  requires static org.jspecify;
  requires atlantafx.base;
  requires com.github.oshi;
  requires info.picocli;
  requires jdk.httpserver;
  requires java.desktop;
  requires javafx.controls;
  requires jfx.incubator.richtext;
  requires okhttp3;
  requires org.controlsfx.controls;
  requires org.freedesktop.dbus;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires tools.jackson.databind;

  opens dev.switchyard to
      javafx.graphics;
  opens dev.switchyard.adapter.tray to
      org.freedesktop.dbus;
  opens dev.switchyard.cli to
      info.picocli;
}
