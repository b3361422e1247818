/// What the operator may set, and where the server keeps its things.
@NullMarked
package dev.holdfast.server.config;

import org.jspecify.annotations.NullMarked;
