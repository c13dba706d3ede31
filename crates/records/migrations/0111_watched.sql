-- How much of a recording was served to whom, in one sitting. Ids and numbers only; `seconds` is what was served of it,
-- however often.
create table viewings (
    id text primary key,
    conversation text not null references conversations (id),
    actor_kind text not null,
    actor text not null,
    began_at bigint not null,
    seconds bigint not null
);

create index viewings_conversation on viewings (conversation, began_at);
