/// What goes wrong in projects without an error, and what mends it; for whoever has to be told away
/// from the project's own screen.
///
/// How contexts are compared is not here but in `context`; how a cut prompt is recognised in
/// `reply`.
package dev.switchyard.domain.alarm;
