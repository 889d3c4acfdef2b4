package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody changes what was signed, in the database past the hub and in the files: each change is found by both. */
@Tag("tampered-signature")
class TamperedSignatureStory {
    private static final String STORY = "tampered-signature";
    private static final String OPINION = "建议动态血压监测,暂不加药。";
    private static final String REASON = "血压超过160/100就加药。";
    private static final String DECISION = ".decision";
    private static final String OF_DECISIONS = "d.kind = 'consultation_decision' and d.id = v.document";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void a_changed_content_signature_order_or_key_is_found_by_the_hub_and_without_it() {
        try (var stack = Stack.start(STORY, "--boxes", "1");
                var browsers = Browsers.open()) {
            browsers.tell(STORY, () -> new Telling(stack, new FiveAtOnce(browsers)).tell());
        }
    }

    private static final class Telling {
        private final Stack stack;
        private final FiveAtOnce five;

        Telling(Stack stack, FiveAtOnce five) {
            this.stack = stack;
            this.five = five;
        }

        void tell() {
            five.meet(stack);
            var county = SigningDoctor.ready(five.county);
            county.closeAccount();
            county.giveOpinion(OPINION);
            county.seesSigned(OPINION, Cast.COUNTY.label());
            var first = SigningDoctor.ready(five.first);
            first.closeAccount();
            first.decide(OPINION, "adopted", "");
            first.decide(OPINION, "partly", REASON);

            assertThat(first.holds(OPINION, DECISION)).isTrue();
            var file = first.download(Stack.home(STORY), "decision.json");
            first.closeDialog();
            theFileIsFoundChanged(file);
            theDatabaseRefuses();
            theHubFindsWhatWasChangedPastIt(first);
            five.noPageFailed();
        }

        private void theFileIsFoundChanged(Path file) {
            assertThat(verify(file).status()).isZero();
            broken(file, "content", text -> text.replace(REASON, "不用加药。"));
            broken(file, "signature", text -> swapped(text, "signature"));
            broken(file, "hash", text -> swapped(text, "hash"));
            broken(file, "order", Telling::reversed);
            broken(file, "first-cut-off", Telling::withoutTheFirst);
            broken(file, "key", text -> withKey(text, keyOf(Cast.COUNTY.label())));
        }

        private static RunCommand verify(Path file) {
            return RunCommand.of("verify-signed", file.toString());
        }

        private static void broken(Path file, String what, UnaryOperator<String> change) {
            try {
                var text = Files.readString(file);
                var changed = change.apply(text);
                assertThat(changed).as(what).isNotEqualTo(text);
                var copy = Files.writeString(file.resolveSibling("changed-" + what + ".json"), changed);
                var said = verify(copy);
                assertThat(said.status()).as(what + ": " + said.said()).isEqualTo(1);
                assertThat(said.said()).contains("DOES NOT HOLD", "BROKEN.");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static ArrayNode versions(ObjectNode document) {
            return (ArrayNode) document.path("versions");
        }

        /** What the two versions have under this name, changed over. */
        private static String swapped(String text, String name) {
            var document = (ObjectNode) JSON.readTree(text);
            var one = (ObjectNode) versions(document).get(0);
            var two = (ObjectNode) versions(document).get(1);
            var kept = one.get(name);
            one.set(name, two.get(name));
            two.set(name, kept);
            return document.toString();
        }

        private static String reversed(String text) {
            var document = (ObjectNode) JSON.readTree(text);
            versions(document).add(versions(document).remove(0));
            return document.toString();
        }

        private static String withoutTheFirst(String text) {
            var document = (ObjectNode) JSON.readTree(text);
            versions(document).remove(0);
            return document.toString();
        }

        private static String withKey(String text, String key) {
            var document = (ObjectNode) JSON.readTree(text);
            versions(document).forEach(version -> ((ObjectNode) version).put("publicKey", key));
            return document.toString();
        }

        private String keyOf(String name) {
            return stack.database()
                    .column("select translate(replace(encode(k.public_key, 'base64'), e'\\n', ''), '+/=', '-_')"
                            + " from signing_key k join account a on a.id = k.account where a.name = '" + name + "'")
                    .getFirst();
        }

        private void theDatabaseRefuses() {
            for (var change : new String[] {
                "update signed_version set payload = ''",
                "delete from signed_version",
                "truncate signed_version cascade",
                "update signing_key set public_key = ''",
                "delete from signing_key"
            }) {
                assertThatThrownBy(() -> stack.database().past(change))
                        .as(change)
                        .isInstanceOf(SQLException.class);
            }
        }

        private void theHubFindsWhatWasChangedPastIt(SigningDoctor first) {
            found(
                    first,
                    "content",
                    "update signed_version v set payload = replace(payload, '160/100', '190/120') from signed_document d"
                            + " where " + OF_DECISIONS,
                    "update signed_version v set payload = replace(payload, '190/120', '160/100') from signed_document d"
                            + " where " + OF_DECISIONS);
            var flip = "update signed_version v set signature = set_byte(signature, 9, 255 - get_byte(signature, 9))"
                    + " from signed_document d where " + OF_DECISIONS;
            found(first, "signature", flip, flip);
            found(
                    first,
                    "order",
                    "update signed_version v set version = version + 2 from signed_document d where version = 1 and "
                            + OF_DECISIONS,
                    "update signed_version v set version = version - 2 from signed_document d where version = 3 and "
                            + OF_DECISIONS);
            var swapKeys =
                    "update signed_version v set key = (select k.id from signing_key k where k.id <> v.key limit 1)"
                            + " from signed_document d where " + OF_DECISIONS;
            found(first, "key", swapKeys, swapKeys);
            // what the screens and the report show is kept once more beside what was signed
            found(
                    first,
                    "shown-text",
                    "update consultation set body = replace(body::text, '160/100', '190/120')::jsonb",
                    "update consultation set body = replace(body::text, '190/120', '160/100')::jsonb");
            assertThat(first.holds(OPINION, DECISION)).as("everything put back").isTrue();
        }

        private void found(SigningDoctor first, String what, String change, String back) {
            assertThat(pastTheTrigger(change)).as(what).isPositive();
            assertThat(first.holds(OPINION, DECISION)).as(what).isFalse();
            first.terminal().pictures(Stack.ROOT.resolve("target/screens").resolve(STORY), what);
            first.closeDialog();
            assertThat(pastTheTrigger(back)).as(what + " put back").isPositive();
        }

        /** As the owner of the tables could: the triggers taken off, and put on again. */
        private int pastTheTrigger(String change) {
            try {
                var database = stack.database();
                database.past("alter table signed_version disable trigger user");
                database.past("alter table signed_version drop constraint if exists signed_version_check");
                int changed = database.past(change);
                database.past("alter table signed_version enable trigger user");
                return changed;
            } catch (SQLException refused) {
                throw new AssertionError(refused);
            }
        }
    }
}
