/// The commands that make, approve and publish warnings, and the feed as the server carries it:
/// thin over the module desk (docs/warnings.md).
@NullMarked
package dev.holdfast.server.warning;

import org.jspecify.annotations.NullMarked;
