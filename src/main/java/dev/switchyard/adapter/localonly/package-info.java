/// Keeps which projects are local only, and what to offer where a project's endpoint is away.
package dev.switchyard.adapter.localonly;
