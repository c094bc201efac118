/// What the server is doing for those who wait for its answer, wherever the window and the tray
/// tell of it: following it, and its texts.
///
/// How a stage is recognised is in `domain.work`; where it is shown, with each screen.
package dev.switchyard.ui.work;
