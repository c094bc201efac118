package dev.switchyard.domain.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormTest {
  @ParameterizedTest
  @EnumSource
  void aTextComesBackInTheFormThatItHad(TextForm form) {
    var bytes = form.encode("FROM x\r\n# é 日 😀\n");
    var decoded = TextForm.decode(bytes).orElseThrow();
    assertThat(decoded).isEqualTo(new TextForm.Decoded("FROM x\r\n# é 日 😀\n", form));
    assertThat(decoded.form().encode(decoded.text())).isEqualTo(bytes);
  }

  @Test
  void bytesThatAreNoTextAreNotGuessedAt() {
    assertThat(TextForm.decode(new byte[] {'F', (byte) 0xe9, 'x'})).isEmpty();
    assertThat(TextForm.decode(new byte[] {(byte) 0xff, (byte) 0xfe, 'x'})).isEmpty();
  }
}
