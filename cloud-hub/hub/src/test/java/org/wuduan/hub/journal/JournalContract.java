package org.wuduan.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What every journal keeps to. */
interface JournalContract {
    /** Something that happened. */
    record Happened(int number) {}

    UUID SOMEBODY = new UUID(5, 5);

    Journal journal();

    TransactionTemplate transactions();

    /** What was announced so far for a stream, in the order in which it came. */
    List<Long> announced(StreamName stream);

    private static StreamName newStream() {
        return new StreamName("test", UUID.randomUUID());
    }

    private long append(StreamName stream, int number) {
        return java.util.Objects.requireNonNull(
                transactions().execute(_ -> journal().append(stream, SOMEBODY, new Happened(number))));
    }

    @Test
    default void events_are_numbered_from_one_and_read_in_order() {
        var stream = newStream();
        assertThat(journal().head(stream)).isZero();
        assertThat(append(stream, 1)).isEqualTo(1);
        assertThat(append(stream, 2)).isEqualTo(2);
        assertThat(append(newStream(), 9)).isEqualTo(1);

        assertThat(journal().head(stream)).isEqualTo(2);
        assertThat(journal().after(stream, 0))
                .extracting(JournalEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(journal().after(stream, 1)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("Happened");
            assertThat(event.actor()).isEqualTo(SOMEBODY);
        });
    }

    @Test
    default void many_writers_at_once_get_numbers_without_gap_or_double() throws Exception {
        var stream = newStream();
        var numbers = new ArrayList<Long>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> appended = IntStream.range(0, 200)
                    .mapToObj(number -> writers.submit(() -> append(stream, number)))
                    .toList();
            for (var one : appended) {
                numbers.add(one.get());
            }
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(announced(stream)).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(journal().after(stream, 0)).hasSize(200);
    }

    @Test
    default void what_is_rolled_back_leaves_no_gap_and_is_not_announced() {
        var stream = newStream();
        append(stream, 1);
        transactions().executeWithoutResult(status -> {
            journal().append(stream, SOMEBODY, new Happened(2));
            status.setRollbackOnly();
        });

        assertThat(journal().head(stream)).isEqualTo(1);
        assertThat(append(stream, 3)).isEqualTo(2);
        assertThat(announced(stream)).containsExactly(1L, 2L);
    }

    @Test
    default void an_announcement_comes_only_after_the_commit() {
        var stream = newStream();
        transactions().executeWithoutResult(_ -> {
            journal().append(stream, SOMEBODY, new Happened(1));
            assertThat(announced(stream)).isEmpty();
        });

        assertThat(announced(stream)).containsExactly(1L);
    }

    @Test
    default void a_touch_moves_the_head_without_an_event() {
        var stream = newStream();
        transactions().executeWithoutResult(_ -> journal().touch(Set.of(stream)));

        assertThat(journal().head(stream)).isEqualTo(1);
        assertThat(journal().after(stream, 0)).isEmpty();
        assertThat(announced(stream)).containsExactly(1L);
    }

    @Test
    default void the_heads_of_many_streams_are_asked_at_once_and_an_empty_stream_has_zero() {
        var one = newStream();
        var other = newStream();
        var empty = newStream();
        append(one, 1);
        append(one, 2);
        append(other, 3);

        assertThat(journal().heads(List.of(one, other, empty)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(one, 2L, other, 1L, empty, 0L));
        assertThat(journal().heads(Set.of())).isEmpty();
    }

    @Test
    default void nothing_is_written_outside_a_transaction() {
        assertThatThrownBy(() -> journal().append(newStream(), SOMEBODY, new Happened(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> journal().touch(Set.of(newStream()))).isInstanceOf(IllegalStateException.class);
    }
}
