/// What shells, systems and VS Code say about the environment that they give a program: how they
/// are asked, and how their answers and files are read. Asking and reading files is the adapters'
/// part; which value then counts is the route's.
package dev.switchyard.domain.start;
