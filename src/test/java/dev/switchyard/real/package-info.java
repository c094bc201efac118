/// The real programs that *IT classes run: where they are, how they are started cleanly, and
/// skipped with one line where they are not installed. `.ci/real-programs` installs them.
package dev.switchyard.real;
