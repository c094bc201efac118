/// Claude Code processes that run now: what each was started with, the route that it follows, and
/// whether it must be restarted to follow the folder's. Nothing here starts or ends one.
package dev.switchyard.domain.session;
