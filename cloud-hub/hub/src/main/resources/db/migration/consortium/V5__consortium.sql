create table institution (
    id uuid primary key,
    name text not null,
    level text not null check (level in ('first_contact', 'county', 'tertiary'))
);
create table doctor (
    account uuid primary key,
    institution uuid not null references institution (id),
    name text not null,
    title text not null,
    department text not null,
    on_duty boolean not null
);
create index doctor_by_institution on doctor (institution);
