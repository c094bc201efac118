/// Switchyard's own settings in one JSON file. What they mean is in `domain.preference`.
package dev.switchyard.adapter.preference;
