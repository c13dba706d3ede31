-- Who goes along on a journey, how far the hand-over is, and when it was finished.
alter table journeys add column coach text references members (id);
alter table journeys add column stage text not null default 'with-coach';
alter table journeys add column shares_question boolean not null default false;
alter table journeys add column handover_sealed bytea;
alter table journeys add column closed_at bigint;
create index journeys_coach on journeys (coach);

-- How the learning question changed, each version sealed with the journey's key.
create table journey_questions (
    id text primary key,
    journey text not null references journeys (id),
    text_sealed bytea not null,
    created_at bigint not null
);
create index journey_questions_journey on journey_questions (journey);

-- How the hand-over went: facts, without a word of content.
create table journey_stages (
    id text primary key,
    journey text not null references journeys (id),
    stage text not null,
    side text not null,
    created_at bigint not null
);
create index journey_stages_journey on journey_stages (journey);

-- The professional's own worksheet with a conversation, sealed with the conversation's key.
create table worksheets (
    conversation text primary key references conversations (id),
    text_sealed bytea not null,
    version bigint not null,
    changed_at bigint not null
);
