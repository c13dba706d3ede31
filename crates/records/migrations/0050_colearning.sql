-- Samenleer-wijzer: what one of two wrote or drew on their half of a card, and whether they turned it over. The half is
-- sealed with the conversation's key.
create table card_halves (
    conversation text not null references conversations (id),
    card text not null,
    participant text not null references participants (id),
    half_sealed bytea not null,
    turned_at bigint,
    changed_at bigint not null,
    primary key (conversation, card, participant)
);

-- A yes to showing the turned cards to the coach; a no, or taking it back, leaves no row.
create table card_shares (
    conversation text not null references conversations (id),
    participant text primary key references participants (id),
    at bigint not null
);
