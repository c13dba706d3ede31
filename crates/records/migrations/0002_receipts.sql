-- What was destroyed or taken away, when and why; no name and no content. `items` are words parted by a space.
create table receipts (
    id text primary key,
    conversation text not null references conversations (id),
    participant text references participants (id),
    purpose text,
    why text not null,
    items text not null,
    at bigint not null,
    copies_until bigint not null,
    done_at bigint
);
create index receipts_conversation on receipts (conversation);
create index receipts_done on receipts (done_at);
