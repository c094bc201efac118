/// Where Claude Code's requests go: local, cloud or inherit; the keys that a route owns; the layers
/// of settings and which one wins; switching and undoing.
package dev.switchyard.domain.route;
