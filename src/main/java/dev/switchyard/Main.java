package dev.switchyard;

import javafx.application.Application;

/// Starts Switchyard.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Application.launch(App.class, args);
  }
}
