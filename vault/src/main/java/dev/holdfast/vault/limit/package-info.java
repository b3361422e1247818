/// How often a vault may do what costs others something: mail, alarms, mailboxes.
@NullMarked
package dev.holdfast.vault.limit;

import org.jspecify.annotations.NullMarked;
