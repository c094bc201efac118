/// The checks: each looks at a snapshot and says what it found, that all is fine, or what it does
/// not know. None of them asks anything or changes anything.
package dev.switchyard.domain.doctor.check;
