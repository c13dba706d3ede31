-- How often a wrong PIN was typed on a screen that was handed over.
alter table sessions add column tries bigint not null default 0;
