package dev.switchyard.domain.launch.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          bash,       cd -- 'my app' && ANTHROPIC_AUTH_TOKEN=ollama ANTHROPIC_API_KEY= claude --model gemma4:26b
          fish,       cd -- 'my app' && ANTHROPIC_AUTH_TOKEN=ollama ANTHROPIC_API_KEY='' claude --model gemma4:26b
          powershell, Set-Location -LiteralPath 'my app'; $env:ANTHROPIC_AUTH_TOKEN = 'ollama'; $env:ANTHROPIC_API_KEY = ''; claude --model gemma4:26b
          cmd,        cd /d "my app"&& set "ANTHROPIC_AUTH_TOKEN=ollama"&& set "ANTHROPIC_API_KEY="&& claude --model gemma4:26b
          """)
  void writesOneLineToPaste(String id, String expected) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("ANTHROPIC_AUTH_TOKEN", "ollama");
    variables.put("ANTHROPIC_API_KEY", "");

    var line =
        Shells.parse(id)
            .orElseThrow()
            .line(
                new Invocation(
                    Path.of("my app"),
                    variables,
                    Map.of(),
                    List.of("claude", "--model", "gemma4:26b")));

    assertThat(line).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          It's,            'It''s'
          a \u2019 b,      'a \u2019\u2019 b'
          -a.b,            '-a.b'
          1kb,             '1kb'
          --model,         --model
          """)
  void powerShellQuotesWhatItWouldReadOtherwise(String text, String expected) {
    assertThat(new PowerShell().quote(text)).isEqualTo(expected);
  }
}
