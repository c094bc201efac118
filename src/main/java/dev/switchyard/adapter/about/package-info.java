/// What the running program can find out about itself: its module, the modules beside it, what the
/// build has put into its resources, the runtime and the system.
package dev.switchyard.adapter.about;
