/// Judges what a window shows, as a person would see, hear or miss it: contrast, names for screen
/// readers, texts that are cut off. [dev.switchyard.fake.Snapshots] asks it about each picture that
/// a test draws, so that a new screen is judged by being drawn.
package dev.switchyard.fake.look;
