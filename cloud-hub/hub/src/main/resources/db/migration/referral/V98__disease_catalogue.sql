-- the catalogue of a consortium, by the institution that leads all of it; replaced as a whole, so that a version is one list
create table disease_catalogue (
    leader uuid primary key,
    version int not null,
    rows jsonb not null
);
