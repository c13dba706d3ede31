-- Parts of a recording that someone in the picture had destroyed: places and times only, never why or what. A cut is
-- done once nothing of the bytes before it is left.
create table cuts (
    id text primary key,
    conversation text not null references conversations (id),
    recording text not null references recordings (id),
    participant text not null references participants (id),
    from_ms bigint not null,
    to_ms bigint not null,
    asked_at bigint not null,
    tried_at bigint not null,
    done_at bigint
);
create index cuts_conversation on cuts (conversation);
create index cuts_recording on cuts (recording);

-- How often the places in a recording moved because a part was cut. What was made on an older one is not written.
alter table recordings add column timeline bigint not null default 0;
