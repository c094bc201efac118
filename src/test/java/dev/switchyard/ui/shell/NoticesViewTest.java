package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.fake.Fx;
import dev.switchyard.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

class NoticesViewTest {
  private static final Message UNREADABLE = Message.of("settings.unreadable", "a.json", "b.json");
  private static final Message NEWS = Message.of("shell.notice.dismiss");

  private final NoticesViewModel model = new NoticesViewModel();
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void whatWentWrongBeforeTheWindowIsShownInIt() {
    model.show(Notices.Kind.WARNING, UNREADABLE);

    var view = Fx.get(() -> new NoticesView(model, texts));

    assertThat(shown(view)).containsExactly(texts.text(UNREADABLE));
    Fx.run(() -> model.dismiss(model.notices().getFirst()));
    assertThat(shown(view)).isEmpty();
  }

  /// It would take back the switch that was the last one, not its own.
  @Test
  void anUndoFromBeforeTheWindowIsNotOffered() {
    var undo = Optional.of(new Notices.Action("projects.undo", () -> {}));
    model.show(Notices.Kind.SUCCESS, NEWS, undo);

    var view = Fx.get(() -> new NoticesView(model, texts));

    assertThat(shown(view)).isEmpty();
    assertThat(model.notices()).isEmpty();
    Fx.run(() -> model.show(Notices.Kind.SUCCESS, NEWS, undo));
    assertThat(shown(view)).containsExactly(texts.text(NEWS));
  }

  private static List<String> shown(NoticesView view) {
    return Fx.get(() -> view.getChildren().stream().map(Node::getAccessibleText).toList());
  }
}
