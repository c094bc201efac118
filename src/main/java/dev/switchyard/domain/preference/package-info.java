/// What the person chose for Switchyard itself, and the port that keeps it.
package dev.switchyard.domain.preference;
