package dev.switchyard.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchyard.domain.PortException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts as real servers write them, one row for each case of Ollama's own sources.
class ServerErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "404|model 'nope:latest' not found|MISSING|server.error.model-missing",
        "404|model \"nope\" not found|MISSING|server.error.model-missing",
        "400|invalid model name|REFUSED|server.error.bad-name",
        "400|registry.ollama.ai/library/tiny:latest does not support tools|REFUSED|server.error.no-tools",
        "400|\"nomic-embed-text:latest\" does not support generate|REFUSED|server.error.unsupported",
        "400|\"x\" does not support thinking|REFUSED|server.error.unsupported",
        "503|server busy, please try again.  maximum pending requests exceeded|REFUSED|server.error.busy",
        "499|request canceled|CANCELLED|server.error.cancelled",
        "403|ollama cloud is disabled: remote model details are unavailable|REFUSED|server.error.cloud-off",
        "500|llama-server process has terminated: exit status 1: cudaMalloc failed: out of memory|NO_SPACE|server.error.memory",
        "500|llama-server reported out-of-memory during startup: x|NO_SPACE|server.error.memory",
        "500|model requires more system memory (21.4 GiB) than is available (7.6 GiB)|NO_SPACE|server.error.memory",
        "500|memory layout cannot be allocated with num_gpu = 99|NO_SPACE|server.error.memory",
        "500|unable to load full model on GPU|NO_SPACE|server.error.memory",
        "500|model requires 20 GiB but only 8 GiB are available (after 1 GiB overhead)|NO_SPACE|server.error.memory",
        "500|llama-server process has terminated: signal: killed|NO_SPACE|server.error.killed",
        "500|llama-server process has terminated: exit status 1: error loading model|FAILED|server.error.runner-stopped",
        "500|timed out waiting for llama-server to start - progress 0.30|TIMEOUT|server.error.load-stalled",
        "500|model runner has unexpectedly stopped, this may be due to resource limitations|FAILED|server.error.runner-stopped",
        "500|option \"num_ctx\" must be of type integer|REFUSED|server.error.wrong-option",
        "400|template error: template: :1: unclosed action|REFUSED|server.error.template",
        "400|supplied file was not in GGUF format|REFUSED|server.error.not-gguf",
        "200|pull model manifest: file does not exist|MISSING|server.error.unknown-in-registry",
        "200|pull model manifest: Get \"https://registry.ollama.ai/v2/library/x/manifests/9b\": dial tcp: lookup registry.ollama.ai: no such host|UNREACHABLE|server.error.registry-unreachable",
        "200|pull model manifest: 412: The model you are attempting to pull requires a newer version of Ollama.|REFUSED|server.error.needs-newer-ollama",
        "200|write /root/.ollama/models/blobs/sha256-1-partial: no space left on device|NO_SPACE|server.error.disk-full",
        "200|write C:\\x: There is not enough space on the disk.|NO_SPACE|server.error.disk-full",
        "400|the prompt is longer than the context length currently available to the model|REFUSED|server.error.prompt-too-long",
        "404|404 page not found|REFUSED|server.error.no-such-request",
        "403|HTTP 403|DENIED|server.error.forbidden",
        "401|who are you|REFUSED|server.error.sign-in",
        "418|something new|REFUSED|server.error.other",
        "500|something new|FAILED|server.error.other",
        "200|something new|FAILED|server.error.other"
      })
  void eachTextHasItsMeaning(int status, String text, Kind kind, String key) {
    var error = ServerErrors.classify(status, text);

    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.text().key()).isEqualTo(key);
    assertThat(error.text().arguments()).containsExactly(text);
  }
}
