/// The words of `holdfast-server desk`: one class each, thin over the desk.
@NullMarked
package dev.holdfast.server.desk;

import org.jspecify.annotations.NullMarked;
