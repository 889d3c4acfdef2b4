package org.wuduan.hub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Operations.OperationsPart;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;

class PartBookTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    private static final Finding WELL = Finding.well(PartKind.BRIDGE, "janus-a");
    private static final Finding SILENT = Finding.of(PartKind.BRIDGE, "janus-a", PartState.ILL, PartTrouble.SILENT);

    private final PartBook book = new PartBook();

    @Test
    void a_part_is_ill_since_the_first_look_that_found_it_so() {
        book.enter(List.of(WELL), NINE);
        book.enter(List.of(SILENT), NINE.plusSeconds(2));

        var later = book.enter(List.of(SILENT), NINE.plusSeconds(60));

        assertThat(later).extracting(OperationsPart::since).containsExactly(NINE.plusSeconds(2));
    }

    @Test
    void another_reason_or_another_state_begins_anew() {
        book.enter(List.of(SILENT), NINE);
        var unreachable = Finding.of(PartKind.BRIDGE, "janus-a", PartState.ILL, PartTrouble.UNREACHABLE);

        assertThat(book.enter(List.of(unreachable), NINE.plusSeconds(2))
                        .getFirst()
                        .since())
                .isEqualTo(NINE.plusSeconds(2));
        assertThat(book.enter(List.of(WELL), NINE.plusSeconds(4)).getFirst().since())
                .isEqualTo(NINE.plusSeconds(4));
    }

    @Test
    void what_a_part_knows_of_itself_counts_more_than_when_the_hub_looked() {
        var away = Finding.of(PartKind.BOX, "b", PartState.AWAY, PartTrouble.NOT_HEARD)
                .since(NINE.minusSeconds(3600));

        assertThat(book.enter(List.of(away), NINE).getFirst().since()).isEqualTo(NINE.minusSeconds(3600));
    }

    @Test
    void a_box_that_was_never_heard_is_away_since_no_known_time() {
        var never = Finding.of(PartKind.BOX, "b", PartState.AWAY, PartTrouble.NEVER_HEARD);

        assertThat(book.enter(List.of(never), NINE).getFirst().since()).isNull();
    }

    @Test
    void whoever_needs_somebody_most_comes_first() {
        var box = Finding.of(PartKind.BOX, "b", PartState.AWAY, PartTrouble.NOT_HEARD);
        var disk = Finding.of(PartKind.DISK, "disk", PartState.ILL, PartTrouble.NEARLY_FULL);

        var parts = book.enter(List.of(WELL, box, disk), NINE);

        assertThat(parts)
                .extracting(OperationsPart::kind)
                .containsExactly(PartKind.DISK, PartKind.BOX, PartKind.BRIDGE);
    }

    @Test
    void a_part_that_went_and_came_again_is_new() {
        book.enter(List.of(WELL), NINE);
        book.enter(List.of(), NINE.plusSeconds(2));

        assertThat(book.enter(List.of(WELL), NINE.plusSeconds(4)).getFirst().since())
                .isEqualTo(NINE.plusSeconds(4));
    }
}
