/// Finds out what answers at an address: what it is asked, by which signs it is told, and how sure
/// that is. It knows no secret and sends none.
///
/// Not here: connections (`adapter.endpoint`), and what a person has said about an endpoint
/// (`profile`).
package dev.switchyard.domain.endpoint.detect;
