package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One household's television and phone and the three doctors, from sign-in to five in one call. The patient and the first
 * doctor speak, the others only listen: sound of five, mixed on each of five terminals, takes more of a small machine
 * than everything else together.
 */
final class FiveAtOnce {
    private static final SeatCode CHILD = Cast.CHILD.withoutMicrophone();
    private static final SeatCode COUNTY = Cast.COUNTY.withoutMicrophone();
    private static final SeatCode TERTIARY = Cast.TERTIARY.withoutMicrophone();

    final Television tv;
    final FamilyPhone phone;
    final DoctorDesk first;
    final DoctorDesk county;
    final DoctorDesk tertiary;

    FiveAtOnce(Browsers browsers) {
        tv = new Television(browsers.terminal("tv-1", Cast.PATIENT, 1280, 720));
        phone = new FamilyPhone(browsers.terminal("family-1", CHILD, 390, 844));
        first = new DoctorDesk(browsers.terminal("doctor-1", Cast.FIRST, 1366, 768));
        county = new DoctorDesk(browsers.terminal("doctor-2", COUNTY, 1366, 768));
        tertiary = new DoctorDesk(browsers.terminal("doctor-3", TERTIARY, 1366, 768));
    }

    List<Terminal> terminals() {
        return List.copyOf(seats().keySet());
    }

    void noPageFailed() {
        terminals()
                .forEach(terminal ->
                        assertThat(terminal.faults()).as(terminal.name()).isEmpty());
    }

    Map<Terminal, SeatCode> seats() {
        var seats = new LinkedHashMap<Terminal, SeatCode>();
        seats.put(tv.terminal(), Cast.PATIENT);
        seats.put(phone.terminal(), CHILD);
        seats.put(first.terminal(), Cast.FIRST);
        seats.put(county.terminal(), COUNTY);
        seats.put(tertiary.terminal(), TERTIARY);
        return seats;
    }

    InTheCall meet(Stack stack) {
        tv.terminal().open(stack.url("tv-1"));
        phone.signIn(stack.url("family-1"), "family-1", stack.password());
        for (var desk : List.of(first, county, tertiary)) {
            desk.signIn(stack.url(desk.terminal().name()), desk.terminal().name(), stack.password());
        }
        tv.goHome();
        tv.consultWith(first);
        first.terminal().awaitVisible("[data-action='open-invite']");
        first.invite(Cast.COUNTY.label(), Cast.TERTIARY.label());
        county.acceptInvitation();
        tertiary.acceptInvitation();
        phone.join();
        var call = new InTheCall(seats());
        call.everyoneSeesEveryone();
        return call;
    }
}
