/// What an endpoint really does, found out by asking it: the proof of a route, with a real run of
/// Claude Code, a witness in the endpoint's place, and the comparison with what the settings say.
///
/// Not here: what the settings say (`route`), how Claude Code is started for a person (`launch`).
package dev.switchyard.domain.probe;
