/// Speaks to one server over HTTP: signs every call, corrects the clock, resumes transfers, and turns
/// refusals into sentences (docs/protocol.md, sections 2, 6, 7 and 9).
@NullMarked
package dev.holdfast.client.server;

import org.jspecify.annotations.NullMarked;
