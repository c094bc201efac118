/// What git knows of a folder: checkouts are found by looking, and git itself is run only where
/// looking does not answer.
package dev.switchyard.adapter.git;
