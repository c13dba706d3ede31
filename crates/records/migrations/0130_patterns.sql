-- What is made public of a quarter: counted once, kept as it is shown, and never counted again. Only figures with enough
-- people behind them come here; no row is about anyone. An empty team is all together.
create table pattern_periods (
    organisation text not null references organisations (id),
    period text not null,
    counted_at bigint not null,
    primary key (organisation, period)
);

create table pattern_bases (
    organisation text not null,
    period text not null,
    team text not null,
    conversations bigint not null,
    people bigint not null,
    primary key (organisation, team, period)
);

create table pattern_cells (
    organisation text not null,
    period text not null,
    team text not null,
    topic text not null,
    level bigint not null,
    cell bigint not null,
    conversations bigint not null,
    primary key (organisation, team, period, topic, cell)
);
