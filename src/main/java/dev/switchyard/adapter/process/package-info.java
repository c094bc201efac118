/// Starting other programs, and what the operating system says of this process: its environment and
/// the person's home.
///
/// Every process of Switchyard is started by [Processes]. Not here: which program is started and
/// why, that is with its subject.
package dev.switchyard.adapter.process;
