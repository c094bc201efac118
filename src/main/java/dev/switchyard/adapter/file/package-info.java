/// Files that Switchyard keeps: writing them so that none is ever left half written, and the folder
/// of saved Modelfiles. What stands in a file and what it means belongs in `domain`; Claude Code's
/// settings belong in `adapter.claude`.
package dev.switchyard.adapter.file;
