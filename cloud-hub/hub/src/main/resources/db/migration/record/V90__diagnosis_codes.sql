-- An institution's full list of diagnoses (ICD-10); while it is empty, the starter list of the program serves.
create table diagnosis_code (
    code text primary key,
    name text not null,
    -- given by the list; otherwise worked out from the name
    initials text
);
create table diagnosis_list (
    imported_at timestamptz primary key,
    imported_by uuid not null,
    sha256 text not null,
    codes int not null
);
