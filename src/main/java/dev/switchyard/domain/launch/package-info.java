/// Starting Claude Code: terminals, what is run in them, quoting for each shell, and what would go wrong.
package dev.switchyard.domain.launch;
