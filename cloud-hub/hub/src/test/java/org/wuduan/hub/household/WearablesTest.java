package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Sex;
import org.wuduan.contract.View.WearablesView;
import org.wuduan.contract.Wearables;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.contract.Wearables.PairingFailure;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** A wearable joins a household: searched, chosen, bonded, given to somebody, and taken away again. */
class WearablesTest extends HubTest {
    private static final FoundWearable EAR =
            new FoundWearable("C0:00:00:00:77:04", "SimThermo", List.of(MeasurementProfile.THERMOMETER), -58);

    @Autowired
    Registry registry;

    @Autowired
    Households households;

    @Autowired
    WearablePairings pairings;

    private Town town;
    private UUID father;
    private UUID pairing;

    @BeforeEach
    void a_couple_whose_child_starts_to_add_a_thermometer() {
        town = town();
        father = registry.addPatient(new Registry.NewPatient(town.household, "老伴", Sex.MALE, 1946));
        pairing = UUID.randomUUID();
    }

    @Test
    void the_child_chooses_and_the_box_bonds_and_the_father_is_measured() {
        found();
        done(town.child, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));
        report(1, PairingState.TYPE_CODE, null);
        done(town.child, "wearable-pairing/answer", new Wearables.AnswerCode(pairing, "004711"));

        assertThat(seenBy(town.box).answer()).isEqualTo("004711");
        assertThat(seenBy(town.child).answer()).isNull();

        report(1, PairingState.PAIRED, null);
        done(town.child, "wearable-pairing/add", new Wearables.AddWearable(pairing, father, "耳温枪"));
        report(1, PairingState.MEASURED, null);

        assertThat(list())
                .containsExactly(new KnownWearable(EAR.address(), EAR.model(), "耳温枪", EAR.profiles(), List.of(father)));
        assertThat(households.wearer(town.household, EAR.address(), null)).contains(father);
        assertThat(seenBy(town.box).state()).isEqualTo(PairingState.MEASURED);
    }

    @Test
    void a_failed_bond_is_tried_again_five_times_and_no_more() {
        found();
        for (int attempt = 1; attempt <= WearablePairings.ATTEMPTS_MAX; attempt++) {
            done(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));
            report(attempt, PairingState.FAILED, PairingFailure.REFUSED);
        }

        assertThat(refusal(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address())))
                .isEqualTo("limit-reached");
        assertThat(seenBy(town.child).failure()).isEqualTo(PairingFailure.REFUSED);
    }

    @Test
    void a_report_of_an_earlier_attempt_and_a_step_out_of_order_change_nothing() {
        found();
        done(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));
        report(1, PairingState.FAILED, PairingFailure.OUT_OF_REACH);
        done(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));

        assertThat(refusal(
                        town.box,
                        "wearable-pairing/report",
                        new Wearables.ReportPairing(pairing, 1, PairingState.PAIRED, null, null)))
                .isEqualTo("wrong-state");
        assertThat(refusal(town.box, "wearable-pairing/add", new Wearables.AddWearable(pairing, town.patient, null)))
                .isEqualTo("wrong-state");
        assertThat(refusal(town.box, "wearable-pairing/answer", new Wearables.AnswerCode(pairing, "004711")))
                .isEqualTo("wrong-state");
        assertThat(seenBy(town.box).state()).isEqualTo(PairingState.PAIRING);
        assertThat(list()).isEmpty();
    }

    @Test
    void what_was_not_found_a_stranger_and_digits_for_a_comparison_are_refused() {
        found();
        assertThat(refusal(
                        town.box,
                        "wearable-pairing/choose",
                        new Wearables.ChooseWearable(pairing, "C0:00:00:00:77:05")))
                .isEqualTo("invalid-field");
        done(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));
        report(1, PairingState.COMPARE_CODE, null);
        assertThat(refusal(town.box, "wearable-pairing/answer", new Wearables.AnswerCode(pairing, "004711")))
                .isEqualTo("invalid-field");
        done(town.box, "wearable-pairing/answer", new Wearables.AnswerCode(pairing, "yes"));
        report(1, PairingState.PAIRED, null);

        assertThat(refusal(town.box, "wearable-pairing/add", new Wearables.AddWearable(pairing, town().patient, null)))
                .isEqualTo("invalid-field");
    }

    @Test
    void a_pairing_that_nobody_goes_on_with_ends_and_an_ended_one_takes_no_step() {
        found();
        clock.pass(WearablePairings.PAIRING_FOR);
        pairings.forgetExpired();

        assertThat(view(town.box).pairing()).isNull();
        assertThat(refusal(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address())))
                .isEqualTo("wrong-state");
    }

    @Test
    void a_wearable_changes_its_name_and_its_wearer_and_goes() {
        registry.registerWearable(town.household, EAR.address(), town.patient);
        done(town.child, "wearables/" + EAR.address() + "/name", new Wearables.NameWearable("卧室的耳温枪"));
        done(town.box, "wearables/" + EAR.address() + "/wearer", new Wearables.ChangeWearer(father));

        assertThat(list())
                .containsExactly(new KnownWearable(EAR.address(), EAR.address(), "卧室的耳温枪", List.of(), List.of(father)));
        done(town.child, "wearables/" + EAR.address() + "/remove", null);
        assertThat(list()).isEmpty();
        assertThat(refusal(town.child, "wearables/" + EAR.address() + "/remove", null))
                .isEqualTo("wrong-state");
    }

    @Test
    void sixteen_wearables_are_on_a_list_and_one_more_is_not() {
        IntStream.range(0, HouseholdWearables.WEARABLES_MAX)
                .forEach(n ->
                        registry.registerWearable(town.household, "C0:00:00:00:78:%02X".formatted(n), town.patient));
        found();
        done(town.box, "wearable-pairing/choose", new Wearables.ChooseWearable(pairing, EAR.address()));
        report(1, PairingState.PAIRED, null);

        assertThat(refusal(town.box, "wearable-pairing/add", new Wearables.AddWearable(pairing, town.patient, null)))
                .isEqualTo("limit-reached");
    }

    private void found() {
        done(town.child, "wearable-pairing", new Wearables.StartPairing(pairing));
        done(town.box, "wearable-pairing/found", new Wearables.ReportFound(pairing, List.of(EAR)));
    }

    private void report(int attempt, PairingState state, @Nullable PairingFailure failure) {
        done(town.box, "wearable-pairing/report", new Wearables.ReportPairing(pairing, attempt, state, null, failure));
    }

    private void done(HubClient who, String step, @Nullable Object body) {
        Town.done(who, path(step), body);
    }

    private String refusal(HubClient who, String step, @Nullable Object body) {
        return HubClient.problem(who.post(path(step), body));
    }

    private String path(String step) {
        return "/api/households/" + town.household + "/" + step;
    }

    private List<KnownWearable> list() {
        return view(town.box).wearables();
    }

    private Pairing seenBy(HubClient who) {
        return java.util.Objects.requireNonNull(view(who).pairing());
    }

    private WearablesView view(HubClient who) {
        var stream = "wearables/" + town.household;
        try (var live = town.live(who)) {
            live.watch(stream);
            return live.awaitView(stream, WearablesView.class, _ -> true);
        }
    }
}
