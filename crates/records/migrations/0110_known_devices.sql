-- Browsers in which the code of a link was right once. They open nothing by themselves: they ask for the code without
-- the link, and count wrong codes apart from those of strangers. The id is a hash of what the cookie holds.
create table client_devices (
    id text primary key,
    participant text not null references participants (id),
    agent text not null,
    attempts bigint not null,
    locks bigint not null,
    locked_until bigint,
    created_at bigint not null,
    seen_at bigint not null
);

create index client_devices_participant on client_devices (participant);

-- How often in a row a link rested after wrong codes: each time a little longer.
alter table client_links add column locks bigint not null default 0;

-- The known device in which a session lives, so that it ends with it.
alter table sessions add column device text;

create index sessions_device on sessions (device);
create index sessions_participant on sessions (participant);
