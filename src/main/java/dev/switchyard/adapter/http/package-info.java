/// Connections to servers of models: how they are opened, and what their failures mean. What is
/// said over them is the business of the other adapters.
package dev.switchyard.adapter.http;
