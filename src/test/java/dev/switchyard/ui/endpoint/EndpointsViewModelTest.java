package dev.switchyard.ui.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.PortException;
import dev.switchyard.domain.about.Desktop;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.detect.DetectEndpoint;
import dev.switchyard.domain.endpoint.detect.Inquiry;
import dev.switchyard.domain.endpoint.detect.Response;
import dev.switchyard.domain.endpoint.profile.EndpointDraft.Part;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.EndpointStore;
import dev.switchyard.domain.endpoint.profile.Endpoints;
import dev.switchyard.domain.endpoint.profile.RemovedEndpoint;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import dev.switchyard.domain.project.Project;
import dev.switchyard.fake.ImmediateTasks;
import dev.switchyard.fake.VisitedScreens;
import dev.switchyard.ui.shell.NoticesViewModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsViewModelTest {
  private final ImmediateTasks tasks = new ImmediateTasks();
  private final Kept store = new Kept();
  private final List<Project> users = new ArrayList<>();
  private PanelServers servers = new PanelServers(EndpointUrl.DEFAULT, EndpointUrl.DEFAULT);
  private EndpointsViewModel model;

  @BeforeEach
  void open() {
    Inquiry inquiry = EndpointsViewModelTest::asked;
    model =
        new EndpointsViewModel(
            tasks,
            new Endpoints(store),
            new EndpointSurroundings(
                () -> servers,
                new DetectEndpoint(inquiry),
                OperatingSystem.LINUX,
                "BOX_TOKEN"::equals,
                Path.of("config"),
                new NoDesktop()),
            _ -> List.copyOf(users),
            new HealthViewModel(
                tasks,
                (bare, _) -> bare,
                (_, _, _) -> List.of(),
                Clock.systemUTC(),
                new NoticesViewModel()),
            new VisitedScreens(),
            new NoticesViewModel());
    model.setShown(true);
  }

  /// On the loopback Ollama answers at its port, and nobody anywhere else.
  private static List<Response> asked(
      EndpointUrl url, List<Inquiry.Question> questions, Duration limit) throws PortException {
    if (!url.isLoopback() || url.port() != 11_434) {
      throw new PortException(PortException.Kind.UNREACHABLE, Message.of("test.away"));
    }
    return List.of(new Response(questions.getFirst(), 200, "", "Ollama is running"));
  }

  private FormViewModel form() {
    return model.formProperty().get().orElseThrow();
  }

  private List<String> titles() {
    return model.rows().stream().map(EndpointRow::title).toList();
  }

  private void keep(String name, String url) throws PortException {
    store.put(
        EndpointProfile.of(
            name,
            EndpointKind.OLLAMA,
            EndpointUrl.read(url),
            new TokenSource.None(),
            Optional.empty(),
            TimeLimits.USUAL));
    tasks.turn();
  }

  @Test
  void theStandardOllamaStandsFirstAndCannotBeRemoved() throws PortException {
    keep("box", "http://gpu-box:11434");

    assertThat(titles()).containsExactly("Ollama", "box");
    var standard = model.rows().getFirst();
    assertThat(standard.standard()).isTrue();
    assertThat(standard.ofPanel()).isTrue();

    model.removal().ask(standard);

    assertThat(model.removal().stateProperty().get())
        .isInstanceOf(RemovalViewModel.State.None.class);
  }

  @Test
  void aServerThatWasChosenWithoutANameIsARowOfItsOwnAndCanBeNamed() throws PortException {
    servers = new PanelServers(EndpointUrl.DEFAULT, EndpointUrl.read("http://other:11434"));
    tasks.turn();
    assertThat(model.rows()).hasSize(2);
    assertThat(model.rows().getLast().ofPanel()).isTrue();

    model.edit(model.rows().getLast());
    assertThat(form().nameProperty().get()).isEqualTo("other");
    form().save();

    assertThat(titles()).containsExactly("Ollama", "other");
    assertThat(model.rows().getLast().leavesMachine()).isTrue();
    assertThat(model.rows().getLast().isUnencrypted()).isTrue();
  }

  @Test
  void whatIsTypedIsJudgedAtOnceAndNothingWrongIsKept() {
    model.add();
    assertThat(form().problemsProperty().get()).isEmpty();

    form().address().textProperty().set("gpu-box/v1");
    assertThat(form().nameProperty().get()).isEqualTo("gpu-box");
    assertThat(form().address().notesProperty().get())
        .extracting(note -> note.text().key())
        .containsExactly(
            "settings.server.stripped", "endpoints.form.becomes", "endpoint.profile.in-clear");

    form().save();
    assertThat(form().problemsProperty().get()).containsOnlyKeys(Part.KIND);
    assertThat(store.kept).isEmpty();

    form().kindProperty().set(EndpointKind.OLLAMA);
    form().save();
    assertThat(model.formProperty().get()).isEmpty();
    assertThat(titles()).containsExactly("Ollama", "gpu-box");
    assertThat(model.selectedProperty().get().map(EndpointRow::title)).contains("gpu-box");
  }

  @Test
  void aSecretIsRefusedAndGoneWithTheForm() {
    model.add();
    var opened = form();
    opened.address().textProperty().set("http://localhost:8080");
    opened.kindProperty().set(EndpointKind.GATEWAY);
    opened.token().choiceProperty().set(TokenModel.Choice.WORD);
    opened.token().textProperty().set("sk-ant-api03-secret");

    assertThat(opened.problemsProperty().get()).containsOnlyKeys(Part.TOKEN);
    assertThat(opened.problemsProperty().get().toString()).doesNotContain("sk-ant");
    opened.save();
    assertThat(store.kept).isEmpty();

    model.closeForm();
    assertThat(opened.token().textProperty().get()).isEmpty();
    assertThat(opened.address().textProperty().get()).isEmpty();
  }

  @Test
  void aVariableIsToldToBeSetOrNotAndAnotherSourceBeginsEmpty() {
    model.add();
    var token = form().token();
    token.choiceProperty().set(TokenModel.Choice.VARIABLE);
    assertThat(form().problemsProperty().get()).doesNotContainKey(Part.TOKEN);
    token.textProperty().set("BOX_TOKEN");
    assertThat(token.aboutVariable().key()).isEqualTo("endpoints.token.variable-set");
    token.textProperty().set("OTHER");
    assertThat(token.aboutVariable().key()).isEqualTo("endpoints.token.variable-unset");

    token.choiceProperty().set(TokenModel.Choice.COMMAND);
    assertThat(token.textProperty().get()).isEmpty();
    token.useKeychain("box");
    assertThat(token.textProperty().get()).isEqualTo("secret-tool lookup service switchyard-box");
  }

  @Test
  void theAddressSaysWhatItIsAndAnAnswerAboutAnotherOneComesTooLate() {
    model.add();
    form().address().textProperty().set("localhost");
    tasks.hold();
    form().detect();
    assertThat(form().address().askingProperty().get())
        .isInstanceOf(AddressModel.Asking.Waiting.class);
    form().address().textProperty().set("localhost:1");
    tasks.release();
    assertThat(form().address().askingProperty().get())
        .isInstanceOf(AddressModel.Asking.None.class);
    assertThat(form().kindProperty().get()).isNull();

    form().detect();
    assertThat(form().address().askingProperty().get())
        .isInstanceOf(AddressModel.Asking.Failed.class);

    form().address().textProperty().set("localhost");
    form().detect();
    assertThat(form().kindProperty().get()).isEqualTo(EndpointKind.OLLAMA);
    assertThat(form().nameProperty().get()).isEqualTo("ollama");
  }

  @Test
  void anotherNameKeepsThePlaceAndOneThatIsTakenIsRefused() throws PortException {
    keep("box", "http://gpu-box:11434");
    keep("two", "http://two:11434");
    model.edit(model.rows().get(1));
    form().nameProperty().set("two");
    assertThat(form().problemsProperty().get()).containsOnlyKeys(Part.NAME);
    form().nameProperty().set("new");
    form().save();

    assertThat(titles()).containsExactly("Ollama", "new", "two");
  }

  @Test
  void aRemovalNamesWhoIsRoutedThereAndCanBeTakenBack() throws PortException {
    keep("box", "http://gpu-box:11434");
    keep("two", "http://two:11434");
    model.removal().ask(model.rows().get(1));
    assertThat(titles()).containsExactly("Ollama", "two");
    model.removal().undo();
    assertThat(titles()).containsExactly("Ollama", "box", "two");

    users.add(new Project(Path.of("/src/billing"), Optional.empty(), Optional.empty(), true));
    model.removal().ask(model.rows().get(1));
    assertThat(model.removal().stateProperty().get())
        .isInstanceOfSatisfying(
            RemovalViewModel.State.Asking.class,
            asking -> assertThat(asking.projects()).containsExactly("billing"));
    assertThat(titles()).hasSize(3);
    model.removal().remove();
    assertThat(titles()).containsExactly("Ollama", "two");
  }

  @Test
  void whatIsFoundHereIsOfferedOnce() {
    servers = new PanelServers(EndpointUrl.DEFAULT, EndpointUrl.DEFAULT);
    model.discovery().look();

    assertThat(model.discovery().stateProperty().get())
        .isInstanceOfSatisfying(
            DiscoveryViewModel.State.Looked.class,
            looked -> {
              assertThat(looked.found()).hasSize(1);
              assertThat(model.discovery().listed(looked.found().getFirst())).isPresent();
              model.discovery().add(looked.found().getFirst());
            });
    assertThat(titles()).contains("ollama");
  }

  @Test
  void aFileThatCannotBeReadIsToldAndTheStandardOllamaStays() {
    store.broken = true;
    tasks.turn();

    assertThat(model.problemProperty().get()).contains(Message.of("test.broken"));
    assertThat(titles()).containsExactly("Ollama");
  }

  private static final class Kept implements EndpointStore {
    private final List<EndpointProfile> kept = new ArrayList<>();
    private boolean broken;

    @Override
    public List<EndpointProfile> all() throws PortException {
      if (broken) {
        throw new PortException(PortException.Kind.MALFORMED, Message.of("test.broken"));
      }
      return List.copyOf(kept);
    }

    @Override
    public void put(EndpointProfile profile) {
      if (!replace(profile.name(), profile)) {
        kept.add(profile);
      }
    }

    @Override
    public boolean replace(String name, EndpointProfile profile) {
      int at = kept.stream().map(EndpointProfile::name).toList().indexOf(name);
      if (at >= 0) {
        kept.set(at, profile);
      }
      return at >= 0;
    }

    @Override
    public Optional<RemovedEndpoint> remove(String name) {
      int at = kept.stream().map(EndpointProfile::name).toList().indexOf(name);
      return at < 0 ? Optional.empty() : Optional.of(new RemovedEndpoint(kept.remove(at), at, ""));
    }

    @Override
    public void restore(RemovedEndpoint removed) {
      kept.add(removed.position(), removed.profile());
    }
  }

  private static final class NoDesktop implements Desktop {
    @Override
    public void open(URI address) {}

    @Override
    public void open(Path folder) {}
  }
}
