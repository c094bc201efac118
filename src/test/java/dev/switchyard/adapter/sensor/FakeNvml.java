package dev.switchyard.adapter.sensor;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// NVIDIA's library with cards that a test makes; it fills in memory as `nvml.h` has it.
final class FakeNvml implements NvmlLibrary {
  private static final int MIG_DISABLED = 0;

  private final List<Card> cards = new ArrayList<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private int open;

  /// @param busId as the library writes it
  /// @param processes bytes by pid
  record Card(
      String busId,
      String name,
      long total,
      long free,
      int busy,
      int celsius,
      Map<Integer, Long> processes) {}

  FakeNvml with(Card card) {
    cards.add(card);
    return this;
  }

  /// From now on a function answers with a code.
  FakeNvml refuse(String function, int code) {
    refusals.put(function, code);
    return this;
  }

  void recover() {
    refusals.clear();
  }

  int openSessions() {
    return open;
  }

  @Override
  public String words(int code) {
    return "words of " + code;
  }

  @Override
  public int call(String function, Object... arguments) {
    var refusal = refusals.get(function);
    if (refusal != null) {
      return refusal;
    }
    return switch (function) {
      case "nvmlInit_v2" -> {
        open++;
        yield SUCCESS;
      }
      case "nvmlShutdown" -> {
        open--;
        yield SUCCESS;
      }
      case "nvmlDeviceGetCount_v2" -> done(() -> out(arguments[0]).setInt(0, cards.size()));
      // A handle is a number that means nothing to the caller.
      case "nvmlDeviceGetHandleByIndex_v2" ->
          done(() -> out(arguments[1]).setLong(0, 1000L + (int) arguments[0]));
      case "nvmlDeviceGetMigMode" -> done(() -> out(arguments[1]).setInt(0, MIG_DISABLED));
      default -> ofCard(function, arguments);
    };
  }

  private int ofCard(String function, Object... arguments) {
    var card = cards.get((int) (Pointer.nativeValue(out(arguments[0])) - 1000));
    return switch (function) {
      case "nvmlDeviceGetPciInfo_v3" -> done(() -> write(out(arguments[1]), 36, card.busId()));
      case "nvmlDeviceGetName" -> done(() -> write(out(arguments[1]), 0, card.name()));
      case "nvmlDeviceGetMemoryInfo" ->
          done(() -> {
            out(arguments[1]).setLong(0, card.total());
            out(arguments[1]).setLong(8, card.free());
            out(arguments[1]).setLong(16, card.total() - card.free());
          });
      case "nvmlDeviceGetUtilizationRates" ->
          done(() -> {
            out(arguments[1]).setInt(0, card.busy());
            out(arguments[1]).setInt(4, 1);
          });
      case "nvmlDeviceGetTemperature" -> done(() -> out(arguments[2]).setInt(0, card.celsius()));
      case "nvmlDeviceGetComputeRunningProcesses_v3" -> processes(card, arguments);
      case "nvmlDeviceGetGraphicsRunningProcesses_v3" -> done(() -> out(arguments[1]).setInt(0, 0));
      default -> FUNCTION_NOT_FOUND;
    };
  }

  private static int processes(Card card, Object... arguments) {
    int room = out(arguments[1]).getInt(0);
    out(arguments[1]).setInt(0, card.processes().size());
    if (room < card.processes().size()) {
      return INSUFFICIENT_SIZE;
    }
    int i = 0;
    for (var process : card.processes().entrySet()) {
      out(arguments[2]).setInt(i * 24L, process.getKey());
      out(arguments[2]).setLong(i * 24L + 8, process.getValue());
      i++;
    }
    return SUCCESS;
  }

  private static int done(Runnable fill) {
    fill.run();
    return SUCCESS;
  }

  private static Pointer out(Object argument) {
    return (Pointer) argument;
  }

  private static void write(Pointer out, long at, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.write(at, bytes, 0, bytes.length);
    out.setByte(at + bytes.length, (byte) 0);
  }
}
