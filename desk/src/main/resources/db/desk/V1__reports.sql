-- What the desk keeps of reports and campaigns. Times ending in _at are milliseconds since 1970.

create table report (
  number integer primary key,
  id text not null unique,
  version integer not null,
  received_at bigint not null,
  happened_at bigint,
  body text not null,
  level text not null,
  marks ${blob} not null,
  keys ${blob} not null,
  plain text not null,
  pdq text not null,
  play text not null,
  -- What the partition made of it.
  island bigint not null,
  seen ${blob} not null,
  campaign text not null,
  playbook text not null,
  log double precision not null,
  undecided integer not null
);
create index report_by_campaign on report (campaign);
create index report_by_island on report (island);

create table report_version (
  id text not null,
  version integer not null,
  received_at bigint not null,
  body text not null,
  primary key (id, version)
);

-- What could not be read, word for word, with the reason.
create table aside (
  number integer primary key,
  received_at bigint not null,
  source text not null,
  line integer not null,
  reason text not null,
  raw text not null
);

-- By which keys reports find each other: hard values, bands of sketches, samples of fingerprints.
create table clue (
  mark bigint not null,
  report integer not null,
  primary key (mark, report)
) ${rowless};

-- Reports whose surroundings changed since they were last parted.
create table unsettled (
  report integer primary key
);

create table campaign (
  campaign text primary key,
  island bigint not null,
  settling bigint not null,
  core integer not null,
  profile ${blob} not null
);
create index campaign_by_island on campaign (island);

create table muted (
  island bigint not null,
  mark bigint not null,
  primary key (island, mark)
);

create table publication (
  report text not null,
  at bigint not null,
  primary key (report, at)
);

-- What analysts decided; the machine's opinion stays beside it.
create table decision (
  number integer primary key,
  at bigint not null,
  kind text not null,
  reports text not null,
  answer text not null,
  reason text not null
);

-- Every step, machine's or analyst's.
create table step (
  number integer primary key,
  at bigint not null,
  what text not null,
  detail text not null
);

create virtual table report_words using fts5(words, content='', contentless_delete=1, detail=none);
