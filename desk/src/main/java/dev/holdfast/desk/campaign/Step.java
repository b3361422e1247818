package dev.holdfast.desk.campaign;

import java.time.Instant;

/// One step of the desk, machine's or analyst's.
///
/// @param what such as `import`, `merge`, `judge`
/// @param detail what it was about: ids, counts, the reason given; never message text
public record Step(Instant at, String what, String detail) {}
