/// What of a report can be compared with other reports: its infrastructure, its habits of writing
/// and its behaviour, each as a kind and a value.
@NullMarked
package dev.holdfast.desk.trait;

import org.jspecify.annotations.NullMarked;
