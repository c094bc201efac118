package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;
import dev.switchyard.domain.OperatingSystem;
import dev.switchyard.domain.launch.Program;
import dev.switchyard.domain.launch.shell.Shell;
import java.time.Instant;
import java.util.Optional;

/// What is known of a machine and of one project at one moment. Nothing in it changes, and what
/// could not be read stands there with its reason.
///
/// @param shell the one that commands are typed into
/// @param at the moment, by this machine's clock
/// @param claude Claude Code's program; empty where none is installed
/// @param ollama Ollama's program; empty where none is installed, as a server elsewhere needs none
/// @param server the server that the project's requests go to; the one chosen in Switchyard where
///   they go to none
/// @param elsewhere the server chosen in Switchyard, where that is another address
/// @param portOwner the program that listens at the server's address, as a person knows it; empty
///   where nobody does, or the server is elsewhere
/// @param service whether the system keeps that server running as a service
/// @param host what this machine shows of that server
/// @param disk where the server's models lie
/// @param model the model that they ask for there
/// @param project its settings and what uses them
public record MachineFacts(
    OperatingSystem system,
    Shell shell,
    Instant at,
    Known<Optional<Program>> claude,
    Known<Optional<Program>> ollama,
    ServerFacts server,
    Optional<ServerFacts> elsewhere,
    Known<Optional<String>> portOwner,
    Known<Boolean> service,
    ServerHost host,
    DiskFacts disk,
    ModelFacts model,
    ProjectFacts project) {}
