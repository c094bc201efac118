/// The Models screen: what the server has, what is loaded, pulling more, copying, deleting.
/// Building variants belongs in `ui.modelfile`.
package dev.switchyard.ui.models;
