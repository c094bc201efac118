package dev.switchyard.adapter.sensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a graphics card is called, from the lists that Linux systems hold: AMD's own, and the one
/// of all PCI devices. NVIDIA's driver is not asked here, since it might not answer.
final class CardNames {
  private static final List<String> PCI_LISTS = List.of("hwdata/pci.ids", "misc/pci.ids");

  /// `GA102 [GeForce RTX 3090]`: the chip, and the product in brackets.
  private static final Pattern PRODUCT = Pattern.compile(".*\\[(.+)]");

  private final Path shared;

  /// @param shared `/usr/share`
  CardNames(Path shared) {
    this.shared = shared;
  }

  String of(PciCard card) {
    return new KernelFile(card.folder().resolve("product_name"))
        .text()
        .filter(name -> !name.isBlank())
        .or(() -> fromAmd(card))
        .or(() -> fromPci(card))
        .orElseGet(() -> "%s %04x".formatted(card.maker(), card.device()));
  }

  /// Lines such as `744C, C8, AMD Radeon RX 7900 XTX`.
  private Optional<String> fromAmd(PciCard card) {
    if (card.vendor() != PciCard.AMD) {
      return Optional.empty();
    }
    var line =
        Pattern.compile("(?i)%04x,\\s*%02x,\\s*(.+)".formatted(card.device(), card.revision()));
    return look(
        shared.resolve("libdrm/amdgpu.ids"), lines -> first(lines, line).map(String::strip));
  }

  /// A maker's line begins with its number, those of its products below with a tab.
  private Optional<String> fromPci(PciCard card) {
    var maker = "%04x  ".formatted(card.vendor());
    var line = Pattern.compile("\t%04x  (.+)".formatted(card.device()));
    return PCI_LISTS.stream()
        .flatMap(list ->
            look(
                shared.resolve(list),
                lines ->
                    first(
                        lines
                            .dropWhile(text -> !text.startsWith(maker))
                            .skip(1)
                            .takeWhile(
                                text -> text.isEmpty() || "\t#".indexOf(text.charAt(0)) >= 0),
                        line))
                .stream())
        .findFirst()
        .map(name -> card.maker() + " " + product(name));
  }

  private static String product(String name) {
    var found = PRODUCT.matcher(name);
    return found.matches() ? found.group(1) : name;
  }

  private static Optional<String> first(Stream<String> lines, Pattern line) {
    return lines.map(line::matcher).filter(Matcher::matches).map(m -> m.group(1)).findFirst();
  }

  private static Optional<String> look(
      Path list, Function<Stream<String>, Optional<String>> search) {
    try (var lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
      return search.apply(lines);
    } catch (IOException | UncheckedIOException _) {
      // Without a list a card goes by its number.
      return Optional.empty();
    }
  }
}
