-- A review names its signed document and what was decided: of those from before, that is read in what the pharmacist
-- signed. Without it nothing is ordered.
update prescription set body = jsonb_set(
    prescription.body,
    '{review}',
    prescription.body -> 'review' || jsonb_build_object('document', signed.document, 'decision', signed.decision)
)
from (
    select distinct on (content ->> 'prescription')
        content ->> 'prescription' as prescription, content ->> 'hash' as hash, content ->> 'decision' as decision, document
    from (
        select signed_version.document, signed_version.signed_at, signed_version.payload::jsonb -> 'content' as content
        from signed_version
        join signed_document on signed_document.id = signed_version.document
        where signed_document.kind = 'pharmacist_review'
    ) as reviews
    order by content ->> 'prescription', signed_at desc
) as signed
where signed.prescription = prescription.id::text
    and signed.hash = prescription.body #>> '{issue,hash}'
    and jsonb_typeof(prescription.body -> 'review') = 'object'
    and prescription.body #>> '{review,document}' is null;
