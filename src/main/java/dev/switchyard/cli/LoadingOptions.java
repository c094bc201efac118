package dev.switchyard.cli;

import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// How a model is to be loaded.
final class LoadingOptions {
  @Option(
      names = "--context",
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.fit.context}")
  private @Nullable Integer contextLength;

  @Option(
      names = {"--kv", "--kv-type", "--kv-cache-type"},
      paramLabel = "TYPE",
      converter = Type.class,
      description = "${bundle:cli.fit.kvType}")
  private @Nullable KvType kvType;

  @Option(
      names = {"--slots", "--parallel", "--num-parallel"},
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.fit.parallel}")
  private @Nullable Integer slots;

  @Option(
      names = {"--batch", "--num-batch"},
      paramLabel = "N",
      converter = Amounts.TokenCount.class,
      description = "${bundle:cli.fit.numBatch}")
  private @Nullable Integer batch;

  /// @param configured what holds where the options say nothing
  LoadOptions over(LoadOptions configured) {
    return new LoadOptions(
        contextLength == null ? configured.contextLength() : contextLength,
        slots == null ? configured.slots() : slots,
        kvType == null ? configured.kvType() : kvType,
        batch == null ? configured.batch() : Optional.of(batch));
  }

  static final class Type implements ITypeConverter<KvType> {
    @Override
    public KvType convert(String text) {
      return KvType.parse(text).orElseThrow(() -> new WrongValue("cli.usage.no-kv-type", text));
    }
  }
}
