/// Reading this machine's memory and graphics cards: through OSHI, but for Linux's cards, which are
/// read by the kernel's files and NVIDIA's own library: there OSHI starts programs, guesses sizes
/// and cannot tell equal cards apart. Each driver is asked on a thread of its own, since any of
/// them may hang. What the figures mean is in `domain.memory`.
package dev.switchyard.adapter.sensor;
