/// Projects whose requests may reach this machine and named hosts only: which they are, and what
/// breaks that.
///
/// Not here: what a route does with it (`domain.route`).
package dev.switchyard.domain.localonly;
