package dev.switchyard.domain.truth;

import dev.switchyard.domain.fit.KvType;
import dev.switchyard.domain.fit.LoadOptions;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a model was loaded.
///
/// @param options as the runner was told
/// @param mapsFile whether weights in RAM are the file itself, mapped, and none of its own memory
public record LoadRequest(LoadOptions options, boolean mapsFile) {
  /// Until 0.25 the runner writes what it is asked for; it is asked several times, and the last one
  /// holds. The cache's size is that of all slots, and its type is empty where it is the usual one.
  ///
  /// Source: seen on 0.24.0.
  private static final Pattern LOGGED =
      Pattern.compile(
          "msg=load request=\"\\{Operation:commit .*\\bParallel:(\\d{1,4}) BatchSize:(\\d{1,7}) .*"
              + "\\bKvSize:(\\d{1,9}) KvCacheType:(\\w*) .*\\bUseMmap:(true|false)\\b");

  /// @return empty for any other line
  static Optional<LoadRequest> parse(String line) {
    var match = LOGGED.matcher(line);
    if (!match.find()) {
      return Optional.empty();
    }
    int slots = Integer.parseInt(match.group(1));
    int batch = Integer.parseInt(match.group(2));
    int cells = Integer.parseInt(match.group(3));
    var type = match.group(4);
    var kvType = type.isEmpty() ? Optional.of(KvType.F16) : KvType.parse(type);
    if (slots < 1 || batch < 1 || cells < slots || kvType.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadRequest(
            new LoadOptions(cells / slots, slots, kvType.get(), Optional.of(batch)),
            Boolean.parseBoolean(match.group(5))));
  }
}
