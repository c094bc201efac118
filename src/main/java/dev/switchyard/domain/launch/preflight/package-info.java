/// What would go wrong with a launch, told before: facts gathered through ports, and pure checks
/// over them.
package dev.switchyard.domain.launch.preflight;
