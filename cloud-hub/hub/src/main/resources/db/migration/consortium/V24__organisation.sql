alter table institution add column departments text[] not null
    default '{general,cardiology,endocrinology,respiratory,neurology}';
alter table institution alter column departments drop default;
-- the institution that leads it in the consortium
alter table institution add column parent uuid references institution (id);
alter table institution add column active boolean not null default true;
alter table institution add column version int not null default 1;
-- number of the practising certificate, and the year of the beginning
alter table doctor add column licence text unique;
alter table doctor add column practising_since int check (practising_since between 1940 and 2100);
