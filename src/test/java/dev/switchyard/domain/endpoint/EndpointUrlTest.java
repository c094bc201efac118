package dev.switchyard.domain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchyard.domain.Message;
import dev.switchyard.domain.PortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434, http://localhost:11434",
    "localhost, http://localhost:11434",
    "localhost:8080, http://localhost:8080",
    "' \"10.0.0.5\" ', http://10.0.0.5:11434",
    "http://localhost:11434///, http://localhost:11434",
    "http://box, http://box",
    "https://box.example/ollama/, https://box.example/ollama",
    "HTTP://Box:1, http://Box:1",
    "ollama.com, https://ollama.com",
    "0.0.0.0:11434, http://127.0.0.1:11434",
    ":11434, http://127.0.0.1:11434",
    "::1, http://[::1]:11434",
    "[::]:9000, http://[::1]:9000",
    "127.1, http://127.0.0.1:11434",
    "http://172.22.1:11434, http://172.22.0.1:11434",
    "http://0x7f.1:80, http://127.0.0.1:80",
  })
  void readsWhatPeopleWrite(String text, String url) {
    assertThat(EndpointUrl.parse(text).orElseThrow())
        .hasToString(url)
        .returns(false, EndpointUrl::strippedV1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434/v1, http://localhost:11434",
    "localhost:11434/v1/, http://localhost:11434",
    "https://box/ollama/v1, https://box/ollama",
  })
  void leavesOutTheOpenAiLayerAndSaysSo(String text, String url) {
    assertThat(EndpointUrl.parse(text).orElseThrow())
        .hasToString(url)
        .returns(true, EndpointUrl::strippedV1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1.1", "10.0.0.256", "http://box.1:80", "1.2.3.4.5:9"})
  void whatEndsAsAnAddressDoesAndIsNoneIsRefused(String text) {
    assertThat(EndpointUrl.parse(text)).isEmpty();
  }

  @Test
  void hostsWithAnUnderscoreAreToldApart() {
    var one = EndpointUrl.parse("http://gpu_box:8000").orElseThrow();

    assertThat(one.host()).isEqualTo("gpu_box");
    assertThat(one.port()).isEqualTo(8000);
    assertThat(one.isSameAs(EndpointUrl.parse("http://GPU_box:8000").orElseThrow())).isTrue();
    assertThat(one.isSameAs(EndpointUrl.parse("http://cpu_box:8000").orElseThrow())).isFalse();
    assertThat(one.isSameAs(EndpointUrl.parse("http://gpu_box:9000").orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1, true",
    "http://127.0.0.1, true",
    "http://127.9.9.9, true",
    "http://[::1]:1, true",
    "'http://[0:0:0:0:0:0:0:1]', true",
    "'http://[::0001]', true",
    "'http://[::ffff:127.0.0.1]', true",
    "http://127.evil.com, false",
    "http://127.0.0.1.evil.com, false",
    "http://128.0.0.1, false",
    "http://localhost.evil.com, false",
    "'http://[::2]', false",
    "'http://[1::1]', false",
    "http://gpu_box:11434, false",
  })
  void thisMachineIsToldFromHostsThatLookLikeIt(String url, boolean loopback) {
    assertThat(EndpointUrl.parse(url).orElseThrow().isLoopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://localhost",
        "localhost:99999",
        "localhost:0",
        "local host",
        "http://user:secret@host",
        "http://host/?q=1",
        "http://host:abc",
        "http://ho\"st",
      })
  void refusesWhatIsNotAWebServersAddress(String text) {
    assertThat(EndpointUrl.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost, endpoint.url.scheme",
    "localhost:99999, endpoint.url.port",
    "'http://host:', endpoint.url.port",
    "http://me:secret@host/, endpoint.url.user",
    "me@host, endpoint.url.user",
    "http://host/?q=1, endpoint.url.query",
    "http://host/#top, endpoint.url.query",
    "local host, endpoint.url.host",
    "'http://[fe80::1%eth0]', endpoint.url.zone",
    "'http://[:::]', endpoint.url.host",
    "http://fuß.example, endpoint.url.letters",
    "http://host/a/../b, endpoint.url.path",
    "http://host/%2E%2e/b, endpoint.url.path",
    "'http://host\\b', endpoint.url.path",
  })
  void saysWhatIsWrongAndNeverTheTextItself(String text, String key) {
    assertThatThrownBy(() -> EndpointUrl.read(text))
        .isInstanceOfSatisfying(
            PortException.class, refused -> assertThat(refused.text()).isEqualTo(Message.of(key)));
  }

  @ParameterizedTest
  @CsvSource({
    "Bücher.example:8080, http://xn--bcher-kva.example:8080",
    "http://１２７.0.0.1:7, http://127.0.0.1:7",
    "http://box:08080, http://box:8080",
    "https://box/a%20b/v1, https://box/a%20b",
    "https://box/v1/v1, https://box",
  })
  void hasOneNormalForm(String text, String url) {
    assertThat(EndpointUrl.parse(text).orElseThrow()).hasToString(url);
  }

  @Test
  void knowsThisMachine() {
    assertThat(EndpointUrl.DEFAULT.isLoopback()).isTrue();
    assertThat(EndpointUrl.parse("::1").orElseThrow().isLoopback()).isTrue();
    assertThat(EndpointUrl.parse("127.8.0.1").orElseThrow().isLoopback()).isTrue();
    assertThat(EndpointUrl.parse("localhost.evil.example").orElseThrow().isLoopback()).isFalse();
  }
}
