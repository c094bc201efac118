/// Reading this machine's memory through OSHI and, where OSHI only guesses, the driver's own files.
/// What the figures mean is in `domain.memory`.
package dev.switchyard.adapter.sensor;
