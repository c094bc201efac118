/// About Switchyard: versions to read and to copy, the parts and their licences, where the log is,
/// and links for the person to follow.
package dev.switchyard.ui.about;
