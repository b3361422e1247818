/// Names that are the same each time they are made, for everything that leaves the desk.
@NullMarked
package dev.holdfast.desk.name;

import org.jspecify.annotations.NullMarked;
