package org.wuduan.signed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;

/** Whatever is changed in a signed document afterwards is found. */
class SignedChainTest {
    private static final Verdict ALL_HOLDS = new Verdict(true, true, true, true);
    private static final UUID DOCUMENT = new UUID(7, 1);

    private final SignedChain chain = new SignedChain(List.of(new Ed25519Check()));
    private final Pen doctor;
    private SignedFile file = new SignedFile(SignedFile.FORMAT, DOCUMENT, List.of());

    SignedChainTest() throws Exception {
        doctor = new Pen();
    }

    @BeforeEach
    void anOpinionAndItsCorrection() throws Exception {
        file = doctor.write(DOCUMENT, "高血压2级", "高血压2级,高危");
    }

    private List<Verdict> verdicts(SignedFile judged) {
        return chain.judge(judged).stream().map(SignedChain.Judged::verdict).toList();
    }

    private SignedFile.Version first() {
        return file.versions().getFirst();
    }

    private SignedFile.Version second() {
        return file.versions().getLast();
    }

    @Test
    void an_untouched_document_holds() {
        assertThat(verdicts(file)).containsExactly(ALL_HOLDS, ALL_HOLDS);
    }

    @Test
    void a_changed_word_is_found() {
        var changed = first().payload().replace("2级", "1级");
        var one = first();
        var kept = new SignedFile.Version(changed, one.hash(), one.algorithm(), one.publicKey(), one.signature());
        var rehashed =
                new SignedFile.Version(changed, Digests.of(changed), one.algorithm(), one.publicKey(), one.signature());

        assertThat(verdicts(Pen.with(file, kept, second())))
                .containsExactly(new Verdict(false, true, false, true), ALL_HOLDS);
        assertThat(verdicts(Pen.with(file, rehashed, second())))
                .containsExactly(new Verdict(true, true, false, true), new Verdict(true, false, true, true));
    }

    @Test
    void the_same_content_written_in_another_way_is_found() throws Exception {
        var spaced = first().payload().replace("\":\"", "\": \"");
        var one =
                new SignedFile.Version(spaced, Digests.of(spaced), "Ed25519", doctor.publicKey(), doctor.sign(spaced));

        assertThat(verdicts(Pen.with(file, one))).containsExactly(new Verdict(false, true, true, true));
    }

    @Test
    void a_changed_signature_is_found() throws Exception {
        var one = first();
        var changed = new SignedFile.Version(
                one.payload(), one.hash(), one.algorithm(), one.publicKey(), second().signature());
        var noSignature = new SignedFile.Version(one.payload(), one.hash(), one.algorithm(), one.publicKey(), "!");
        var otherAlgorithm = new SignedFile.Version(one.payload(), one.hash(), "SM2", one.publicKey(), one.signature());

        for (var version : List.of(changed, noSignature, otherAlgorithm)) {
            assertThat(verdicts(Pen.with(file, version, second())))
                    .containsExactly(new Verdict(true, true, false, true), ALL_HOLDS);
        }
    }

    @Test
    void another_key_is_found_also_when_it_signed_anew() throws Exception {
        var forger = new Pen();
        var one = first();
        var keyAlone =
                new SignedFile.Version(one.payload(), one.hash(), one.algorithm(), forger.publicKey(), one.signature());
        var signedAnew = new SignedFile.Version(
                one.payload(), one.hash(), one.algorithm(), forger.publicKey(), forger.sign(one.payload()));

        assertThat(verdicts(Pen.with(file, keyAlone))).containsExactly(new Verdict(true, true, false, false));
        assertThat(verdicts(Pen.with(file, signedAnew))).containsExactly(new Verdict(true, true, true, false));
    }

    @Test
    void another_order_a_gap_and_an_old_version_again_are_found() {
        var out = new Verdict(true, false, true, true);

        assertThat(verdicts(Pen.with(file, second(), first()))).containsExactly(out, out);
        assertThat(verdicts(Pen.with(file, second()))).containsExactly(out);
        assertThat(verdicts(Pen.with(file, first(), second(), first()))).containsExactly(ALL_HOLDS, ALL_HOLDS, out);
    }

    @Test
    void a_signature_for_another_document_is_found() throws Exception {
        var other = doctor.write(new UUID(7, 2), "高血压2级").versions().getFirst();

        assertThat(verdicts(Pen.with(file, other))).containsExactly(new Verdict(true, false, true, true));
    }

    @Test
    void a_number_that_could_not_have_been_signed_is_found() {
        var one = first();
        var changed = one.payload().replace("\"高血压2级\"", "9007199254740993");
        var version =
                new SignedFile.Version(changed, Digests.of(changed), "Ed25519", doctor.publicKey(), one.signature());

        assertThat(verdicts(Pen.with(file, version))).containsExactly(new Verdict(false, true, false, true));
    }

    @Test
    void what_is_no_payload_holds_in_nothing_but_its_own_hash() {
        for (var text : List.of("{}", "{\"version\":1}")) {
            var nothing = new SignedFile.Version(text, Digests.of(text), "Ed25519", "", "");

            assertThat(verdicts(Pen.with(file, nothing))).containsExactly(new Verdict(false, false, false, false));
        }
    }
}
