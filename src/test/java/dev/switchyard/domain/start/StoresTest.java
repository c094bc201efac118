package dev.switchyard.domain.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoresTest {
  @Test
  void theRegistrysVariablesAreReadWithTheirReferences() {
    var output =
        "\r\nHKEY_CURRENT_USER\\Environment\r\n"
            + "    ANTHROPIC_BASE_URL    REG_SZ    http://localhost:11434\r\n"
            + "    Path    REG_EXPAND_SZ    %UserProfile%\\bin;%NOWHERE%\\x;100%\r\n"
            + "    Two words    REG_SZ    a    b\r\n"
            + "    EMPTY    REG_SZ    \r\n"
            + "    NOTHING    REG_SZ\r\n"
            + "    NUMBER    REG_DWORD    0x1\r\n\r\n";

    var variables = RegistryListing.parse(output, Map.of("USERPROFILE", "C:\\Users\\$1 ada"));

    assertThat(variables)
        .isEqualTo(
            Map.of(
                "ANTHROPIC_BASE_URL", "http://localhost:11434",
                "PATH", "C:\\Users\\$1 ada\\bin;%NOWHERE%\\x;100%",
                "TWO WORDS", "a    b",
                "EMPTY", "",
                "NOTHING", ""));
  }

  @Test
  void whatRegSaysOfAMissingKeyIsNoVariable() {
    assertThat(RegistryListing.parse("ERROR: The system was unable to find the key.", Map.of()))
        .isEmpty();
  }

  @Test
  void systemdsQuotesAreTakenOff() {
    var output = "A=1\nB='x y'\nC=$'it\\'s\\n2'\nD=\nE=a=b\n=none\nlone\n";

    assertThat(SystemdListing.parse(output))
        .isEqualTo(Map.of("A", "1", "B", "x y", "C", "it's\n2", "D", "", "E", "a=b"));
  }
}
