/// What Claude Code keeps on disk: its settings files and its own data file; and the journal of
/// what Switchyard changed in them. Also its headless runs, and what they print.
///
/// Not here: finding it and opening it in a terminal, which `process` and `terminal` do, and what
/// its settings mean, which is the domain's.
package dev.switchyard.adapter.claude;
