/// All texts that a person can see, in one bundle, and figures written for people. Free of JavaFX:
/// the command line uses it too.
package dev.switchyard.ui.text;
