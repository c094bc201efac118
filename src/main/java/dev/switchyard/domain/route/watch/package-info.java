/// Noticing that somebody else changed a file that decides a route, and what that means for the
/// projects concerned. Not here: how files are watched, which `adapter.file` knows.
package dev.switchyard.domain.route.watch;
