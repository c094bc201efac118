/// The log and the crash reports as files of the person's own, below Switchyard's state folder.
///
/// Belongs here: writing lines, the size and the number of files, and who may read them. Does not
/// belong here: what is logged, or what is secret (that is `domain.log`).
package dev.switchyard.adapter.log;
