package dev.switchyard.ui.shell;

import dev.switchyard.domain.Message;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notices that are up, oldest first.
public final class NoticesViewModel implements Notices {
  private static final int MOST = 4;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(notices);

  /// One message. Two with the same words are still two.
  public static final class Notice {
    private final Kind kind;
    private final Message text;
    private final Optional<Action> action;

    Notice(Kind kind, Message text, Optional<Action> action) {
      this.kind = kind;
      this.text = text;
      this.action = action;
    }

    public Kind kind() {
      return kind;
    }

    public Message text() {
      return text;
    }

    public Optional<Action> action() {
      return action;
    }

    /// What went wrong, or asks for something, stays until it is dismissed.
    public boolean staysUp() {
      return kind == Kind.WARNING || kind == Kind.ERROR || action.isPresent();
    }
  }

  @Override
  public void show(Kind kind, Message text, Optional<Action> action) {
    notices.removeIf(notice -> notice.kind() == kind && notice.text().equals(text));
    notices.add(new Notice(kind, text, action));
    if (notices.size() > MOST) {
      notices.removeFirst();
    }
  }

  public void dismiss(Notice notice) {
    notices.remove(notice);
  }

  /// Drops good news that nobody could see while there was no window: it is old by now, and a
  /// button to undo would take back what was done last instead. What went wrong stays.
  public void keepWhatWentWrong() {
    notices.removeIf(notice -> notice.kind() == Kind.INFO || notice.kind() == Kind.SUCCESS);
  }

  public ObservableList<Notice> notices() {
    return readOnly;
  }
}
