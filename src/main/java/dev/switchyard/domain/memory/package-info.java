/// Memory as it is now: the pools of this machine, and who holds what in them. Predictions belong
/// in `fit`.
package dev.switchyard.domain.memory;
