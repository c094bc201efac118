package dev.switchyard.domain.doctor;

import dev.switchyard.domain.Known;

/// What is known of the disk that holds a server's models.
///
/// @param freeBytes how much is free
/// @param unfinishedBytes what pulls that broke off have left; 0 where there is nothing of the kind
public record DiskFacts(Known<Long> freeBytes, Known<Long> unfinishedBytes) {}
