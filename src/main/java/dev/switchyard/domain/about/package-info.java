/// What this program is: its version, the parts that it is made of and their licences, what it runs
/// on, and all of that as one text for a report.
///
/// Does not belong here: finding Claude Code and the server (`domain.launch`, `domain.setup`), and
/// any look for a newer version: Switchyard asks nobody.
package dev.switchyard.domain.about;
