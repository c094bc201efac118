/// Stand-ins and the harness that the tests share: a JavaFX toolkit without a display, tasks that
/// run at once, pictures of scenes. Not here: SimulatedOllama, which the demo needs too.
package dev.switchyard.fake;
