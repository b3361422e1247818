/// The runbook as playbooks for other tools (CACAO 2.0); the steps themselves are the guard's,
/// since devices show them too (docs/respond.md).
@NullMarked
package dev.holdfast.desk.runbook;

import org.jspecify.annotations.NullMarked;
