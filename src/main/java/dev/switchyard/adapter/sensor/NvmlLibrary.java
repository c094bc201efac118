package dev.switchyard.adapter.sensor;

import dev.switchyard.domain.Message;

/// NVIDIA's management library as its header `nvml.h` has it: every function answers with a code,
/// and fills in the memory that its pointers name.
interface NvmlLibrary {
  int SUCCESS = 0;
  int NOT_SUPPORTED = 3;
  int NO_PERMISSION = 4;
  int INSUFFICIENT_SIZE = 7;
  int FUNCTION_NOT_FOUND = 13;
  int GPU_IS_LOST = 15;
  int VERSION_MISMATCH = 18;

  /// @param arguments whole numbers as `Integer`, pointers as `com.sun.jna.Pointer`
  /// @return the code; [#FUNCTION_NOT_FOUND] where the driver is too old to know the function
  int call(String function, Object... arguments);

  /// The library's own words for a code.
  String words(int code);

  /// What a code that is not [#SUCCESS] means for a person.
  default Message reason(int code) {
    return switch (code) {
      case NOT_SUPPORTED, FUNCTION_NOT_FOUND -> Message.of("memory.nvidia.not-supported");
      case NO_PERMISSION -> Message.of("memory.nvidia.no-permission");
      case GPU_IS_LOST -> Message.of("memory.nvidia.lost");
      case VERSION_MISMATCH -> Message.of("memory.nvidia.mismatch");
      default -> Message.of("memory.nvidia.refused", words(code));
    };
  }
}
