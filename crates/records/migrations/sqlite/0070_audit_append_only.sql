-- What is in the log stays as it is: the database itself refuses to change or delete a line, and the head only goes on.
-- Written so that it can be run again, to put back what somebody took away.
create trigger if not exists audit_no_update before update on audit
begin
    select raise(abort, 'the audit log is append-only');
end;
create trigger if not exists audit_no_delete before delete on audit
begin
    select raise(abort, 'the audit log is append-only');
end;
-- "Insert or replace" deletes without a word; so a line comes at the end, where none stands, or not at all.
create trigger if not exists audit_only_at_end before insert on audit
when new.seq is not (select seq from audit_heads where organisation = new.organisation)
    or exists (select 1 from audit where organisation = new.organisation and seq = new.seq)
begin
    select raise(abort, 'the audit log is append-only');
end;
create trigger if not exists audit_heads_no_replace before insert on audit_heads
when exists (select 1 from audit_heads where organisation = new.organisation)
begin
    select raise(abort, 'the head of the audit log only goes on');
end;
create trigger if not exists audit_heads_no_delete before delete on audit_heads
begin
    select raise(abort, 'the head of the audit log only goes on');
end;
create trigger if not exists audit_heads_no_return before update on audit_heads
when new.seq < old.seq or new.organisation <> old.organisation
begin
    select raise(abort, 'the head of the audit log only goes on');
end;
