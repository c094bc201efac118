/// Models: names, what is installed and loaded, what they can do, the catalogue, and the port of
/// the server that holds them. What a model needs in memory belongs in `fit`, its Modelfile in
/// `modelfile`.
package dev.switchyard.domain.model;
