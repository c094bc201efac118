package dev.switchyard.domain.endpoint.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException;
import dev.switchyard.domain.endpoint.EndpointKind;
import dev.switchyard.domain.endpoint.EndpointUrl;
import dev.switchyard.domain.endpoint.profile.EndpointDraft.Part;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointDraftTest {
  private static EndpointDraft draft(String address, String name, String caFile, String seconds) {
    return new EndpointDraft(
        address,
        name,
        Optional.of(EndpointKind.VLLM),
        new TokenSource.None(),
        caFile,
        seconds,
        "120");
  }

  @Test
  void whatIsWholeBecomesAProfile() throws PortException {
    var draft = draft("gpu-box:8000/v1", "box", "", " 5 ");

    assertThat(draft.problems()).isEmpty();
    assertThat(draft.profile())
        .isEqualTo(
            EndpointProfile.of(
                "box",
                EndpointKind.VLLM,
                EndpointUrl.read("http://gpu-box:8000"),
                new TokenSource.None(),
                Optional.empty(),
                TimeLimits.USUAL));
  }

  @ParameterizedTest
  @CsvSource({
    "'', box, '', 5, ADDRESS, endpoint.url.form",
    "ftp://box, box, '', 5, ADDRESS, endpoint.url.scheme",
    "box, '', '', 5, NAME, endpoint.profile.name",
    "box, box, ca.pem, 5, CA_FILE, endpoint.profile.ca",
    "box, box, '', five, LIMITS, endpoint.profile.limits",
    "box, box, '', 99999999999, LIMITS, endpoint.profile.limits",
    "box, box, '', 61, LIMITS, endpoint.profile.limits",
  })
  void whatIsWrongIsToldOfItsPart(
      String address, String name, String caFile, String seconds, Part part, String key) {
    var problems = draft(address, name, caFile, seconds).problems();

    assertThat(problems).containsOnlyKeys(part);
    assertThat(problems.get(part).key()).isEqualTo(key);
  }

  @Test
  void allThatIsWrongIsToldAtOnceAndNoSecretIsQuoted() {
    var secret = "sk-ant-api03-abc";
    var problems =
        new EndpointDraft(
                "", "a b", Optional.empty(), new TokenSource.Literal(secret), "x", "0", "")
            .problems();

    assertThat(problems).containsOnlyKeys(Part.values());
    assertThat(problems.toString()).doesNotContain(secret);
  }
}
