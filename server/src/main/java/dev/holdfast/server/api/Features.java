package dev.holdfast.server.api;

import dev.holdfast.vault.account.Accounts;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.alarm.Channels;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.freshness.Freshness;
import dev.holdfast.vault.join.Joins;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.object.Objects;
import dev.holdfast.vault.release.Releases;
import dev.holdfast.vault.release.Requests;
import dev.holdfast.vault.snapshot.Snapshots;

/// The features of the vault that calls reach.
public record Features(Database database, Changes changes, Accounts accounts, Objects objects,
    Snapshots snapshots, Requests requests, Releases releases, Alarms alarms, Channels channels,
    AuditLog log, Freshness freshness, Joins joins) {}
