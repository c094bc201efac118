/// What a team shares as one file, in the window: the review before anything is taken over, and the
/// note that there is something to review.
///
/// Not here: what such a file may say and what taking it over changes (`domain.team`).
package dev.switchyard.ui.share;
