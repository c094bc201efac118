/// The kit that screens are built from: cards, badges, bars, rows. A component is given finished
/// texts and plain values; it knows no subject, no view-model and no key of the message bundle. Its
/// looks are in `app.css`.
package dev.switchyard.ui.component;
