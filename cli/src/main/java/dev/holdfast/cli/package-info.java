/// The program `holdfast`: reads options, asks the client library once, and tells the answer as text
/// or JSON and an exit code.
@NullMarked
package dev.holdfast.cli;

import org.jspecify.annotations.NullMarked;
