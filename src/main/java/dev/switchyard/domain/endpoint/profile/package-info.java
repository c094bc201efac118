/// Endpoints that a person has named: where each is, what it is, where its token comes from, and
/// how they are kept.
///
/// Not here: what an address is asked (`detect`), and where projects are routed (`domain.route`).
package dev.switchyard.domain.endpoint.profile;
