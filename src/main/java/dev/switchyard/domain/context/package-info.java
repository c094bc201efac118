/// One context length in four places: what the model is built with, what it is loaded with, what
/// Claude Code is told, and what the project needs; who differs, and what mends it.
///
/// How much memory a context takes is not here but in `fit`; what a Modelfile says in `modelfile`;
/// what a reply's count of tokens tells in `reply`.
package dev.switchyard.domain.context;
