/// Where a model is served: addresses, server versions and what they are known to do, starting and
/// stopping a server.
package dev.switchyard.domain.endpoint;
