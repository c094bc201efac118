/// Where Claude Code runs, and by which address a server beyond that place is seen from there: the
/// Windows below WSL, the host of a container, the far end of an SSH tunnel. Which addresses are
/// tried and how a server is opened for them without opening it to everybody.
///
/// Not here: what answers at an address (`domain.endpoint.detect`), and what is wrong with a
/// project because of it (`domain.doctor`).
package dev.switchyard.domain.whereabouts;
