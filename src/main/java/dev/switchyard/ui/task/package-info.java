/// The only place where work leaves and re-enters the thread of the view-models: JavaFX's own, and
/// before there is a toolkit one that stands for it.
package dev.switchyard.ui.task;
