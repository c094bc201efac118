package dev.switchyard.domain.modelfile;

import static dev.switchyard.domain.modelfile.ParameterType.NUMBER;
import static dev.switchyard.domain.modelfile.ParameterType.TEXT_LIST;
import static dev.switchyard.domain.modelfile.ParameterType.WHOLE_NUMBER;
import static dev.switchyard.domain.modelfile.ParameterType.YES_NO;

import dev.switchyard.domain.modelfile.Parameter.Advice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every parameter of the grammar, one row each. A new one is a row here and its sentence in the
/// message bundle; the form, the check and the build follow.
///
/// Source of names, types and defaults: `Options`, `Runner` and `DefaultOptions` of Ollama
/// `api/types.go` (0.33). Before 0.30 `repeat_penalty` was 1.1 and `num_batch` always 512.
public final class Parameters {
  private static final int INT_MAX = Integer.MAX_VALUE;

  public static final List<Parameter> ALL =
      List.of(
          common("num_ctx", WHOLE_NUMBER, "", 0, INT_MAX),
          common("temperature", NUMBER, "0.8", 0, 2),
          common("top_p", NUMBER, "0.9", 0, 1),
          common("top_k", WHOLE_NUMBER, "40", 0, INT_MAX),
          common("num_batch", WHOLE_NUMBER, "", 1, 4096),
          rare("min_p", NUMBER, "0", 0, 1),
          rare("typical_p", NUMBER, "1", 0, 1),
          rare("repeat_penalty", NUMBER, "1", 0.5, 2),
          rare("repeat_last_n", WHOLE_NUMBER, "64", -1, INT_MAX),
          rare("presence_penalty", NUMBER, "0", -2, 2),
          rare("frequency_penalty", NUMBER, "0", -2, 2),
          rare("num_predict", WHOLE_NUMBER, "-1", -2, INT_MAX),
          rare("num_keep", WHOLE_NUMBER, "4", -1, INT_MAX),
          rare("seed", WHOLE_NUMBER, "-1", Integer.MIN_VALUE, INT_MAX),
          new Parameter("stop", TEXT_LIST, Optional.empty(), Advice.NONE, false),
          rare("num_gpu", WHOLE_NUMBER, "-1", -1, 1000),
          rare("main_gpu", WHOLE_NUMBER, "", 0, 64),
          rare("num_thread", WHOLE_NUMBER, "", 0, 1024),
          rare("use_mmap", YES_NO, "", 0, 1),
          rare("draft_num_predict", WHOLE_NUMBER, "", 0, 64));

  /// Accepted by Ollama's parser with a warning, and dropped.
  private static final Set<String> DEPRECATED =
      Set.of(
          "penalize_newline",
          "low_vram",
          "f16_kv",
          "logits_all",
          "vocab_only",
          "use_mlock",
          "mirostat",
          "mirostat_tau",
          "mirostat_eta");

  private Parameters() {}

  public static Optional<Parameter> find(String name) {
    return ALL.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  public static boolean isDeprecated(String name) {
    return DEPRECATED.contains(name);
  }

  private static Parameter common(
      String name, ParameterType type, String byDefault, double least, double most) {
    return new Parameter(name, type, known(byDefault), new Advice(least, most), true);
  }

  private static Parameter rare(
      String name, ParameterType type, String byDefault, double least, double most) {
    return new Parameter(name, type, known(byDefault), new Advice(least, most), false);
  }

  private static Optional<String> known(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
