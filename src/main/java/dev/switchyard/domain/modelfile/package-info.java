/// The Modelfile grammar: parse, print, validate, edit one parameter and keep everything else.
package dev.switchyard.domain.modelfile;
