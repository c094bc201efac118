/// What of a local route is a matter of taste: the options, what each of their levels writes and
/// costs, and how large the first prompt is with them. What a route needs to work at all is not
/// here but in `route`.
package dev.switchyard.domain.route.option;
