package dev.switchyard.adapter.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointProfile;
import dev.switchyard.domain.endpoint.profile.RemovedEndpoint;
import dev.switchyard.domain.endpoint.profile.TimeLimits;
import dev.switchyard.domain.endpoint.profile.TokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFileTest {
  @TempDir private Path folder;
  private Path file;
  private EndpointFile endpoints;

  @BeforeEach
  void open() {
    file = folder.resolve("config/endpoints.json");
    endpoints = new EndpointFile(folder.resolve("config"));
  }

  private static EndpointProfile profile(String name, TokenSource token) throws PortException {
    return EndpointProfile.of(
        name,
        EndpointKind.VLLM,
        EndpointUrl.read("https://box.lan/team"),
        token,
        Optional.of(Path.of("/etc/team-ca.pem").toAbsolutePath()),
        new TimeLimits(Duration.ofSeconds(3), Duration.ofSeconds(60)));
  }

  @Test
  void whatIsKeptIsReadAgainAndPrivate() throws Exception {
    var kept =
        List.of(
            profile("a", new TokenSource.None()),
            profile("b", new TokenSource.Literal("lmstudio")),
            profile("c", new TokenSource.Variable("BOX_TOKEN")),
            profile("d", new TokenSource.Command("pass show box")));
    for (var one : kept) {
      endpoints.put(one);
    }

    assertThat(endpoints.all()).isEqualTo(kept);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(endpoints.remove("b")).map(RemovedEndpoint::profile).contains(kept.get(1));
    assertThat(endpoints.remove("b")).isEmpty();
    assertThat(endpoints.all()).extracting(EndpointProfile::name).containsExactly("a", "c", "d");
  }

  @Test
  void whatAnotherVersionWroteStays() throws Exception {
    write(
        """
        {"later": {"x": 1}, "endpoints": [
          {"name": "box", "kind": "ollama", "url": "http://box:11434", "fallback": "other"},
          {"name": "two", "kind": "ollama", "url": "http://two:11434", "colour": 7}]}\
        """);

    endpoints.put(profile("box", new TokenSource.None()));
    endpoints.put(profile("three", new TokenSource.None()));

    assertThat(Files.readString(file))
        .contains("\"later\"", "\"fallback\"", "\"colour\"", "https://box.lan/team");
    assertThat(endpoints.all())
        .extracting(EndpointProfile::name)
        .containsExactly("box", "two", "three");
  }

  @Test
  void whatWasRemovedComesBackWhereItStoodWithAllThatItHad() throws Exception {
    write(
        """
        {"endpoints": [
          {"name": "box", "kind": "ollama", "url": "http://box:11434", "colour": 7},
          {"name": "two", "kind": "ollama", "url": "http://two:11434"}]}\
        """);
    var removed = endpoints.remove("box").orElseThrow();
    assertThat(Files.readString(file)).doesNotContain("colour");

    endpoints.restore(removed);

    assertThat(endpoints.all()).extracting(EndpointProfile::name).containsExactly("box", "two");
    assertThat(Files.readString(file)).contains("\"colour\" : 7");
  }

  @Test
  void anotherNameKeepsThePlaceAndWhatIsNotKnown() throws Exception {
    write(
        """
        {"endpoints": [
          {"name": "box", "kind": "ollama", "url": "http://box:11434", "colour": 7},
          {"name": "two", "kind": "ollama", "url": "http://two:11434"}]}\
        """);

    assertThat(endpoints.replace("box", profile("new", new TokenSource.None()))).isTrue();
    assertThat(endpoints.replace("box", profile("newer", new TokenSource.None()))).isFalse();

    assertThat(endpoints.all()).extracting(EndpointProfile::name).containsExactly("new", "two");
    assertThat(Files.readString(file)).contains("\"colour\" : 7");
  }

  @Test
  void aFileThatIsNoJsonIsToldWithItsPlaceAndLeftAlone() throws Exception {
    write("{\"endpoints\": [\n  {\"name\": \"box\",,}]}");
    var before = Files.readAllBytes(file);

    var failure =
        catchThrowableOfType(
            PortException.class, () -> endpoints.put(profile("new", new TokenSource.None())));

    assertThat(failure.kind()).isEqualTo(PortException.Kind.MALFORMED);
    assertThat(failure.text().key()).isEqualTo("endpoint.file.unparsable");
    assertThat(failure.text().arguments()).startsWith(file.toString(), 2);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"endpoints\": 3}",
        "{\"endpoints\": [7]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"tgi\", \"url\": \"http://b\"}]}",
        "{\"endpoints\": [{\"name\": \"a b\", \"kind\": \"ollama\", \"url\": \"http://b\"}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"ollama\", \"url\": \"ftp://b\"}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"ollama\", \"url\": \"http://u:pw@b\"}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"vllm\", \"url\": \"http://b\","
            + " \"token\": {\"literal\": \"sk-abcdef0123456789\"}}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"vllm\", \"url\": \"http://b\","
            + " \"token\": \"sk-abcdef0123456789\"}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"vllm\", \"url\": \"http://b\","
            + " \"connectSeconds\": 1e9}]}",
        "{\"endpoints\": [{\"name\": \"a\", \"kind\": \"vllm\", \"url\": \"http://b\"},"
            + " {\"name\": \"a\", \"kind\": \"vllm\", \"url\": \"http://c\"}]}",
      })
  void aFileThatSaysNonsenseIsToldAndLeftAlone(String content) throws Exception {
    write(content);

    for (var failure :
        List.of(
            catchThrowableOfType(PortException.class, endpoints::all),
            catchThrowableOfType(PortException.class, () -> endpoints.remove("a")),
            catchThrowableOfType(
                PortException.class, () -> endpoints.put(profile("n", new TokenSource.None()))))) {
      assertThat(failure.kind()).isEqualTo(PortException.Kind.MALFORMED);
      assertThat(failure.text().toString())
          .contains(file.toString())
          .doesNotContain("sk-abcdef", "pw@");
    }
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
