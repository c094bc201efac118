/// JSON as a tree, read without Jackson's databind for what a command waits for. What the JSON
/// means is known where it is read from.
package dev.switchyard.adapter.json;
