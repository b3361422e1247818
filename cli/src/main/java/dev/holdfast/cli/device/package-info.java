/// `holdfast device`: adds, lists and revokes the machines of a vault.
@NullMarked
package dev.holdfast.cli.device;

import org.jspecify.annotations.NullMarked;
