-- What is in the log stays as it is: the database itself refuses to change, delete or empty it, and the head only goes
-- on. Written so that it can be run again, to put back what somebody took away.
create or replace function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end
$$;
create or replace function audit_head_goes_on() returns trigger language plpgsql as $$
begin
    if new.seq < old.seq or new.organisation <> old.organisation then
        raise exception 'the head of the audit log only goes on';
    end if;
    return new;
end
$$;
create or replace function audit_line_at_end() returns trigger language plpgsql as $$
begin
    if new.seq is distinct from (select seq from audit_heads where organisation = new.organisation) then
        raise exception 'the audit log is append-only';
    end if;
    return new;
end
$$;
create or replace trigger audit_only_at_end before insert on audit
    for each row execute function audit_line_at_end();
create or replace trigger audit_no_update before update on audit
    for each row execute function audit_is_append_only();
create or replace trigger audit_no_delete before delete on audit
    for each row execute function audit_is_append_only();
create or replace trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only();
create or replace trigger audit_heads_no_delete before delete on audit_heads
    for each row execute function audit_is_append_only();
create or replace trigger audit_heads_no_truncate before truncate on audit_heads
    for each statement execute function audit_is_append_only();
create or replace trigger audit_heads_no_return before update on audit_heads
    for each row execute function audit_head_goes_on();
