/// The Modelfile editor: text and form as two views of one document, the memory that it needs,
/// building and saving it. What a Modelfile means and what a model needs belongs in `domain`.
package dev.switchyard.ui.modelfile;
