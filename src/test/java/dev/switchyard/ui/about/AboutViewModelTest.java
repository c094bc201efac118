package dev.switchyard.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.adapter.ollama.OllamaServer;
import dev.switchyard.domain.Known;
import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Build;
import dev.switchyard.domain.about.Desktop;
import dev.switchyard.domain.about.Inventory;
import dev.switchyard.domain.about.Part;
import dev.switchyard.domain.about.ReadVersions;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.Programs;
import dev.switchyard.domain.model.ModelServer;
import dev.switchyard.domain.setup.ServerInspection;
import dev.switchyard.fake.Fx;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.Snapshots;
import dev.switchyard.ui.shell.NoticesViewModel;
import dev.switchyard.ui.text.Texts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class AboutViewModelTest {
  private static final URI PAGE = URI.create("https://example.org/switchyard");
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final Path LOG = Path.of("/home/me/.local/state/switchyard/log");

  private final List<Object> opened = new ArrayList<>();
  private final List<String> copied = new ArrayList<>();
  private final NoticesViewModel notices = new NoticesViewModel();
  private Optional<URI> address = Optional.of(PAGE);
  private boolean opens = true;

  @Test
  void theReportNamesEverythingAndIsRedacted() {
    var model = model();
    model.refresh();

    model.copy();

    assertThat(copied)
        .singleElement()
        .asString()
        .contains("Switchyard 0.1.0 (3f2a9c1)", "java: 25", "claude: not found", "Okio 3.18.1")
        .contains("server: ")
        .startsWith("[redacted] ");
  }

  @Test
  void linksAreOpenedByTheDesktopAndFailuresAreSaid() {
    var model = model();
    model.refresh();

    model.follow(PAGE);
    model.openLog();
    assertThat(opened).containsExactly(PAGE, LOG);
    assertThat(notices.notices()).isEmpty();

    opens = false;
    model.openLog();
    assertThat(notices.notices()).hasSize(1);
  }

  @Test
  void withoutTheProjectsPageThereIsNoLink() {
    address = Optional.empty();
    var model = model();
    var card = Fx.get(() -> new AboutCard(model, ENGLISH).node());
    Fx.run(model::refresh);

    assertThat(Fx.get(() -> card.lookupAll(".hyperlink"))).isEmpty();
  }

  @Test
  void theCardShowsVersionsAndLinks() {
    var model = model();
    var card = Fx.get(() -> new AboutCard(model, ENGLISH).node());
    Fx.run(model::refresh);
    var stage = Fx.show(new VBox(card), 700, 500);

    Fx.run(() -> Fx.find(stage.getScene().getRoot(), ".hyperlink", Hyperlink.class).fire());

    assertThat(opened).containsExactly(URI.create(PAGE + "/releases"));
    assertThat(
            Fx.get(() ->
                card.lookupAll(".label").stream()
                    .map(Label.class::cast)
                    .map(Label::getText)
                    .toList()))
        .contains("Switchyard", "0.1.0 (3f2a9c1)", "Java", "25")
        .noneMatch(String::isBlank);
    Fx.run(stage::close);
  }

  @Test
  void eachPartShowsItsLicence() {
    var dialog = new LicencesDialog(parts(), ENGLISH);
    var content = Fx.get(dialog::content);
    var stage = Fx.show(new VBox(content), 860, 480);
    var root = stage.getScene().getRoot();

    assertThat(Fx.get(() -> Fx.find(root, ".text-area", TextArea.class).getText()))
        .startsWith("Apache-2.0\nhttps://example.org/okio\n\nthe text");
    Fx.run(() -> Fx.find(root, ".list-view", ListView.class).getSelectionModel().select(1));
    assertThat(Fx.get(() -> Fx.find(root, ".text-area", TextArea.class).getText()))
        .contains("The build of the image collects the licences");
    Fx.run(stage::close);
  }

  @Test
  void theyCanBeReadInBothThemes() {
    var model = model();
    model.refresh();
    Snapshots.both(
        "about-licences", 860, 480, () -> new VBox(new LicencesDialog(parts(), ENGLISH).content()));
    Snapshots.both("about-card", 700, 420, () -> new VBox(new AboutCard(model, ENGLISH).node()));
  }

  private static List<Part> parts() {
    var licence = new Part.Licence("Apache-2.0", "https://example.org/okio", List.of("the text"));
    return List.of(
        new Part("Okio", "3.18.1", Optional.of(licence)), new Part("other", "1", Optional.empty()));
  }

  private AboutViewModel model() {
    var inventory =
        new Inventory() {
          @Override
          public Build build() {
            return new Build("0.1.0", Optional.of("3f2a9c1"), address);
          }

          @Override
          public List<Fact> facts() {
            return List.of(new Fact("java", "25"));
          }

          @Override
          public List<Part> parts() {
            return AboutViewModelTest.parts();
          }
        };
    var desktop =
        new Desktop() {
          @Override
          public void open(URI page) throws PortException {
            opened(page);
          }

          @Override
          public void open(Path folder) throws PortException {
            opened(folder);
          }
        };
    ModelServer nobody = new OllamaServer(EndpointUrl.parse("http://127.0.0.1:1").orElseThrow());
    var inspection = new ServerInspection(nobody, new NoPrograms());
    return new AboutViewModel(
        new ImmediateTasks(),
        new ReadVersions(inventory, new NoPrograms(), inspection),
        desktop,
        LOG,
        text -> "[redacted] " + text,
        copied::add,
        notices);
  }

  private void opened(Object what) throws PortException {
    if (!opens) {
      throw new PortException(
          PortException.Kind.UNREACHABLE, Message.of("about.no-opener", what.toString()));
    }
    opened.add(what);
  }

  private record NoPrograms() implements Programs {
    @Override
    public Known<Program> claude() {
      return Known.unknown(Message.of("about.claude"));
    }

    @Override
    public Known<Program> ollama() {
      return Known.unknown(Message.of("about.server"));
    }
  }
}
