package dev.holdfast.vault.release;

import dev.holdfast.kernel.release.AlarmKind;
import java.util.List;

/// What time has done to a request.
///
/// @param alarms to be raised now, in order
record Progress(ReleaseRequest request, List<AlarmKind> alarms) {
  Progress { alarms = List.copyOf(alarms); }
}
