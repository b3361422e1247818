/// One campaign, or several groups with one playbook? The rules of that judgement: pure, from
/// counted traits alone.
@NullMarked
package dev.holdfast.desk.judgement;

import org.jspecify.annotations.NullMarked;
