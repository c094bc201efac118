/// Terminal programs: one table of what is known of each, which one is used, and the port that
/// finds and starts them.
package dev.switchyard.domain.launch.terminal;
