/// The Doctor screen: what an examination of a project found, and mending it. What is wrong, what
/// mends it and in which order belongs to the doctor's domain; the line that changes in a file is
/// drawn as the Projects screen draws it.
package dev.switchyard.ui.doctor;
