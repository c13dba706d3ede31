-- The learning board. Of when something was written there is the month and nothing more, and of who wrote without a name
-- there is nothing at all: no member, no time, no order. Ids are random.
create table board_pieces (
    id text primary key,
    organisation text not null references organisations (id),
    kind text not null,
    moment text,
    question text,
    alternative text,
    -- Nothing once it was taken away.
    text_sealed bytea,
    -- Nothing when it was written without a name.
    author text references members (id),
    month text not null,
    -- The hash of the word with which whoever wrote it takes it back; it also keeps a form that is sent twice from
    -- writing twice.
    mark text not null unique,
    -- Whether somebody said that there is a name in it; nobody knows who.
    flagged boolean not null,
    -- Why it was taken away.
    taken_for text
);
create index board_pieces_organisation on board_pieces (organisation, month);

-- What waits without a name: as many slips as there are, filled or not, of one length, and all sealed anew together.
create table board_drawer (
    organisation text not null references organisations (id),
    slot bigint not null,
    slip_sealed bytea not null,
    primary key (organisation, slot)
);

-- How far an organisation's board came: the turn that was last laid out, and since when a crowd is counted.
create table board_turns (
    organisation text primary key references organisations (id),
    turn bigint not null,
    since bigint not null,
    stirred_at bigint not null
);

-- One line for each person who recognises a piece. Who it is, is there only as a tally under the organisation's key.
create table board_recognitions (
    piece text not null references board_pieces (id),
    person text not null,
    primary key (piece, person)
);

-- Short answers, always with a name.
create table board_reactions (
    id text primary key,
    piece text not null references board_pieces (id),
    author text not null references members (id),
    text_sealed bytea not null,
    created_at bigint not null
);
create index board_reactions_piece on board_reactions (piece);

-- The months of which was told that they are over.
create table board_months (
    organisation text not null references organisations (id),
    month text not null,
    primary key (organisation, month)
);

-- Who wants a mail when a month is over, and which of those mails are still to go.
create table board_mail (
    member text primary key references members (id)
);
create table board_letters (
    member text not null references members (id),
    month text not null,
    sent_at bigint,
    tries bigint not null,
    next_at bigint,
    primary key (member, month)
);
