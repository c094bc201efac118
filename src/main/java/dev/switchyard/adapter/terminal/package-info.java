/// The terminals of this machine: finding them, what the desktop says of them, opening one, and the
/// scripts that run in them. What is known of each terminal stands in the domain's table.
package dev.switchyard.adapter.terminal;
