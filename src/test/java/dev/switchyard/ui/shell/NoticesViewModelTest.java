package dev.switchyard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private final NoticesViewModel notices = new NoticesViewModel();

  @Test
  void theSameNewsIsNotShownTwice() {
    notices.show(Notices.Kind.ERROR, Message.of("a"));
    notices.show(Notices.Kind.INFO, Message.of("b"));
    notices.show(Notices.Kind.ERROR, Message.of("a"));

    assertThat(notices.notices())
        .extracting(notice -> notice.text().key())
        .containsExactly("b", "a");
  }

  @Test
  void theOldestGoWhenThereAreTooMany() {
    for (int i = 1; i <= 6; i++) {
      notices.show(Notices.Kind.INFO, Message.of("n" + i));
    }

    assertThat(notices.notices())
        .extracting(notice -> notice.text().key())
        .containsExactly("n3", "n4", "n5", "n6");
  }

  @Test
  void whatAsksForSomethingStays() {
    var action = Optional.of(new Notices.Action("label", () -> {}));
    notices.show(Notices.Kind.INFO, Message.of("plain"));
    notices.show(Notices.Kind.SUCCESS, Message.of("asks"), action);
    notices.show(Notices.Kind.WARNING, Message.of("warns"));

    assertThat(notices.notices())
        .extracting(NoticesViewModel.Notice::staysUp)
        .containsExactly(false, true, true);
  }
}
