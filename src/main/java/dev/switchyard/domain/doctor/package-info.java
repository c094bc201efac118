/// The doctor: what is known of a machine and of one project at one moment, what is wrong in it,
/// and what mends that.
///
/// The checks themselves are in `check`, one class or one row each. What a fix does belongs to its
/// own subject: switching a route, building a model, starting a server; here stands only which of
/// them is to be done, and how it is taken back.
package dev.switchyard.domain.doctor;
