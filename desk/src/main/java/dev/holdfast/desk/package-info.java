/// What people report, made into campaigns, judgements and warnings. Knows nothing of vaults.
@NullMarked
package dev.holdfast.desk;

import org.jspecify.annotations.NullMarked;
