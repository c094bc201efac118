/// What a team shares as one file: endpoints, variants and a project's route, without secrets; what
/// such a file may say, what taking it over would change here, and doing so, all of it or nothing.
///
/// Not here: how endpoints, Modelfiles and routes are kept on this machine (`endpoint.profile`,
/// `modelfile`, `route`).
package dev.switchyard.domain.team;
