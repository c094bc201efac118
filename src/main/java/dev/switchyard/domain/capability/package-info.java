/// What an endpoint really does with a model: probes that each ask it with real requests and judge
/// what came, the verdicts, what the guide of April 2026 said of the same, and whether all of that
/// is enough for Claude Code.
///
/// A probe is a pure function of the exchanges so far, so that recorded ones can be judged as well.
/// Not here: what a server says of its models (`model`), where a project's requests go (`probe`),
/// how fast a model is.
package dev.switchyard.domain.capability;
