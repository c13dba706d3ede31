-- What was told to whom: the key of something that waits, when it was seen in the program and when a mail said so.
-- A key holds a word and an id, never a text.
create table told (
    member text not null references members (id),
    key text not null,
    seen_at bigint,
    mailed_at bigint,
    primary key (member, key)
);

-- How mail to one member goes: whether they want none, when the last went, and when to try again after one that failed.
create table mail_turns (
    member text primary key references members (id),
    unwanted boolean not null,
    last_at bigint,
    tries bigint not null,
    next_at bigint
);
