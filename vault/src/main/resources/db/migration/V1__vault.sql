-- Everything a vault server keeps but objects, keys and shares' keys. Times ending in _at are milliseconds since
-- 1970 by the wall clock; times ending in _ran are milliseconds this server has run, which only grow.

create table server_state (
  one integer primary key check (one = 1),
  counter bigint not null,
  ran bigint not null,
  saved_at bigint not null
);
insert into server_state (one, counter, ran, saved_at) values (1, 0, 0, 0);

create table vault (
  vault text primary key,
  created_at bigint not null,
  epoch integer not null,
  lock_reason text not null default '',
  lock_ends_ran bigint not null default 0,
  stored_bytes bigint not null default 0,
  state_offset bigint not null default 0,
  limit_alarmed_ran bigint not null default -1
);

create table epoch (
  vault text not null,
  epoch integer not null,
  state text not null,
  policy ${blob} not null,
  policy_signature text not null,
  tag text not null unique,
  share ${blob},
  share_index integer not null,
  wrapped_key text not null,
  commitment text not null,
  chain ${blob} not null,
  bag ${blob} not null,
  primary key (vault, epoch)
);

create table mask (
  vault text not null,
  epoch integer not null,
  device text not null,
  sealed ${blob} not null,
  primary key (vault, epoch, device)
);

create table device (
  vault text not null,
  device text not null,
  name text not null,
  signing_key text not null,
  sealing_key text not null,
  certificate ${blob} not null,
  signature text not null,
  founding integer not null,
  added_at bigint not null,
  added_ran bigint not null,
  revoked integer not null default 0,
  voice_ends_ran bigint not null default 0,
  primary key (vault, device)
);
create index device_by_id on device (device);

create table object (
  vault text not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  stored_ran bigint not null,
  primary key (vault, name)
);

create table object_span (
  vault text not null,
  name text not null,
  since bigint not null,
  until bigint,
  primary key (vault, name, since)
);

create table object_removal (
  vault text not null,
  name text not null,
  primary key (vault, name)
);

create table snapshot (
  vault text not null,
  sequence bigint not null,
  snapshot text not null,
  outer_part ${blob} not null,
  signature text not null,
  received_at bigint not null,
  kept integer not null default 1,
  doomed_ran bigint,
  primary key (vault, sequence)
);

create table release_request (
  request text primary key,
  vault text not null,
  epoch integer not null,
  state text not null,
  statement ${blob} not null,
  asked_at bigint not null,
  asked_ran bigint not null,
  wait bigint not null,
  fast integer not null,
  hold_ran bigint not null default 0,
  alarmed integer not null default 0,
  device text,
  proven integer not null,
  since_ran bigint not null,
  not_opened_alarmed integer not null default 0
);
create index release_request_by_vault on release_request (vault, asked_at);
create index release_request_by_state on release_request (state);

create table approval (
  request text not null,
  device text not null,
  share text not null,
  primary key (request, device)
);

create table alarm (
  vault text not null,
  sequence bigint not null,
  request text not null,
  at bigint not null,
  kind text not null,
  origin text not null,
  releasable_at bigint not null,
  primary key (vault, sequence)
);

create table channel (
  channel text primary key,
  vault text not null,
  kind text not null,
  address text not null,
  confirmed integer not null default 0,
  leaves_ran bigint,
  code_hash text not null default '',
  code_ends_ran bigint not null default 0,
  tries_left integer not null default 0,
  tested_ran bigint not null default -1
);
create index channel_by_vault on channel (vault);

create table delivery (
  channel text not null,
  vault text not null,
  sequence bigint not null,
  attempts integer not null default 0,
  due_at bigint not null,
  primary key (channel, sequence)
);
create index delivery_by_time on delivery (due_at);

create table veto_token (
  token_hash text primary key,
  request text not null,
  channel text not null
);

create table log_entry (
  position bigint primary key,
  vault text not null,
  at bigint not null,
  kind text not null,
  body text not null,
  salt text not null
);
create index log_entry_by_vault on log_entry (vault, position);

create table log_node (
  level integer not null,
  position bigint not null,
  hash text not null,
  primary key (level, position)
);

create table used (
  vault text not null,
  what text not null,
  at_ran bigint not null
);
create index used_by_vault on used (vault, what);

create table invitation (
  code_hash text primary key,
  ends_at bigint not null,
  used_by text not null default ''
);

create table join_box (
  box text primary key,
  vault text not null,
  join_key text not null,
  request text not null default '',
  answer text not null default '',
  ends_ran bigint not null
);
