package dev.switchyard.cli;

import dev.switchyard.domain.model.TransferProgress;
import java.util.function.Consumer;

/// Tells each new step of something long on standard error, once.
final class ProgressLines implements Consumer<TransferProgress> {
  private final Console console;
  private String last = "";

  ProgressLines(Console console) {
    this.console = console;
  }

  @Override
  public void accept(TransferProgress progress) {
    if (!progress.status().equals(last)) {
      last = progress.status();
      console.err().println(last);
    }
  }
}
