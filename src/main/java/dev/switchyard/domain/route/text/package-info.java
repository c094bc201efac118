/// Claude Code's settings files as text: finding a key's bytes, changing them, and leaving every
/// other byte as it is. Pure functions from text to text. Which keys a route owns and what they say
/// belongs in `route`; reading and writing files belongs to the adapters.
package dev.switchyard.domain.route.text;
