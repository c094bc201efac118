/// What Switchyard writes down of what it does, for a person who looks for a fault and for the
/// report that they send: the log, what is taken out of it, and wrappers of ports that write each
/// action and its outcome into it.
///
/// Belongs here: what is logged, and how it is freed of secrets. Its lines are English and no texts
/// of the window: they are read beside stack traces, and by people who mend the program. Does not
/// belong here: files (that is `adapter.log`).
package dev.switchyard.domain.log;
