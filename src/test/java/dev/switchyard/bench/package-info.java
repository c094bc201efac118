/// Benchmarks of what must be fast: how long routes take to be worked out and switched. They assert
/// nothing, so no slow machine fails a build.
///
/// Run them with `.ci/bench`; options are those of JMH, such as `.ci/bench -f 1 -wi 3 -i 5 Switch`.
/// Compare only numbers of one run. `docs/benchmarks.md` holds recorded ones.
package dev.switchyard.bench;
