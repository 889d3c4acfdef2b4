package org.wuduan.hub.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.wuduan.contract.Reading;
import org.wuduan.hub.shared.Outcome;

/** What a box, or somebody in its place, may send; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
class BatchReaderFuzzTest {
    @FuzzTest
    void any_batch_bytes_are_sorted_or_refused(byte[] bytes) {
        var read = new BatchReader().read(bytes);

        if (read instanceof Outcome.Done<BatchReader.Sorted>(var sorted)) {
            assertThat(sorted.good().size() + sorted.refused().size()).isBetween(1, BatchReader.READINGS_MAX);
            assertThat(sorted.good()).extracting(Reading::id).doesNotContainNull();
        }
    }
}
