package dev.switchyard.domain.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VsCodeSettingsTest {
  private static final String PAIR = "{'name': 'A', 'value': '1'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'claudeCode.environmentVariables': [" + PAIR + "]}",
        "// mine\n{'x': 1, /* and */ 'claudeCode.environmentVariables': [" + PAIR + ",],}",
        "\uFEFF{'claudeCode.environmentVariables': [{'value': '1', 'name': 'A', 'more': [{}]}]}",
        "{'claudeCode.environmentVariables': [{'name':'B'}],"
            + " 'claudeCode.environmentVariables': ["
            + PAIR
            + "]}",
        "{'a': {'claudeCode.environmentVariables': [{'name':'B','value':'2'}]},"
            + " 'claudeCode.environmentVariables': [{'name': 'A', 'value': 1}]}",
      })
  void theVariablesAreFound(String text) {
    var settings = parse(text);

    assertThat(settings.variables()).isEqualTo(Map.of("A", "1"));
    assertThat(settings.leftOut()).isZero();
  }

  @Test
  void ofANameTwiceTheLastValueCountsAndNoValueIsAnEmptyOne() {
    var settings =
        parse(
            "{'claudeCode.environmentVariables': ["
                + PAIR
                + ",{'name':'A','value':'2'},{'name':'B'},{'name':'C','value':null}]}");

    assertThat(settings.variables()).isEqualTo(Map.of("A", "2", "B", "", "C", ""));
  }

  @Test
  void whatIsNoPairIsCountedAndLeftOut() {
    assertThat(parse("{'claudeCode.environmentVariables': ['A=1', " + PAIR + ", {}, 3]}").leftOut())
        .isEqualTo(3);
    assertThat(parse("{'claudeCode.environmentVariables': {'A': '1'}}").leftOut()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "// nothing\n{'a': [1, {'b': 2}]}"})
  void nothingIsSetWithoutTheKey(String text) {
    assertThat(parse(text)).isEqualTo(new VsCodeSettings(Map.of(), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "{", "{'a' 1}", "{'claudeCode.environmentVariables': ["})
  void whatIsNoSettingsFileSaysNothing(String text) {
    assertThat(VsCodeSettings.parse(bytes(text))).isEmpty();
  }

  @Test
  void noTextBreaksIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var pieces =
        new String[] {
          "{", "}", "[", "]", ",", ":", "'claudeCode.environmentVariables'", "'name'", "'value'",
          "'A'", "1", "null", "// x\n", "/*", "*/", " ", "\\u00e9", "tru"
        };
    for (int round = 0; round < 2000; round++) {
      var text =
          random
              .ints(random.nextInt(25), 0, pieces.length)
              .mapToObj(i -> pieces[i])
              .collect(Collectors.joining());
      assertThat(VsCodeSettings.parse(bytes(text))).as("seed %d: %s", seed, text).isNotNull();
    }
  }

  private static VsCodeSettings parse(String text) {
    return VsCodeSettings.parse(bytes(text)).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
