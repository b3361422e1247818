/// What somebody reported, as it came in: read with patience, kept word for word.
@NullMarked
package dev.holdfast.desk.report;

import org.jspecify.annotations.NullMarked;
