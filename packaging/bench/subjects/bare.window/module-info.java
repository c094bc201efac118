/// The window that Switchyard's is measured against.
module bare.window {
  requires javafx.controls;

  exports bare.window;
}
