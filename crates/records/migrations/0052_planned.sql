-- When people of a conversation mean to look together. A calendar counts the changes in `sequence`.
create table plannings (
    conversation text primary key references conversations (id),
    at bigint not null,
    minutes bigint not null,
    sequence bigint not null,
    cancelled boolean not null,
    changed_at bigint not null
);
