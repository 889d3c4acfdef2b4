package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wuduan.contract.Reading;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.contract.WireJson;
import org.wuduan.wearables.Radio;

/**
 * Which wearables the radio connects: those of the household, as the hub last said; kept in {@code wearables.json}, so that
 * they are measured by while the hub is away. Also how far the records of a meter are kept.
 */
final class WearableList {
    static final String FILE = "wearables.json";

    private final Path file;
    private final Radio radio;
    private Kept kept;

    /**
     * What is on disk.
     *
     * @param wearables addresses with the advertised names
     * @param records by address: the newest record number of a meter that is in the outbox or was delivered
     */
    private record Kept(Map<String, String> wearables, Map<String, Integer> records) {
        Kept {
            wearables = Map.copyOf(wearables);
            records = Map.copyOf(records);
        }

        static final Kept NOTHING = new Kept(Map.of(), Map.of());
    }

    WearableList(Path data, Radio radio) throws IOException {
        this.file = data.resolve(FILE);
        this.radio = radio;
        this.kept =
                Files.exists(file) ? WireJson.mapper().readValue(Files.readAllBytes(file), Kept.class) : Kept.NOTHING;
    }

    /** Tells the radio what is known from before. */
    void begin() {
        Kept known = known();
        known.records().forEach(radio::kept);
        admit(known.wearables().keySet());
    }

    private synchronized Kept known() {
        return kept;
    }

    /**
     * The hub has said which they are. The radio is asked outside the lock, as everywhere in this class: it may be telling
     * of a measurement at the same moment, and each would wait for the other.
     */
    void became(List<KnownWearable> wearables) throws IOException {
        Map<String, String> now =
                wearables.stream().collect(Collectors.toMap(KnownWearable::address, KnownWearable::model));
        synchronized (this) {
            if (now.equals(kept.wearables())) {
                return;
            }
        }
        admit(now.keySet());
        synchronized (this) {
            Map<String, Integer> records = new HashMap<>(kept.records());
            records.keySet().retainAll(now.keySet());
            keep(new Kept(now, records));
        }
    }

    /** A meter's record is safe: it need not be fetched again. */
    void saved(Reading reading) throws IOException {
        Integer sequence = reading.sequence();
        if (sequence != null && isNews(reading.device().address(), sequence)) {
            radio.kept(reading.device().address(), sequence);
        }
    }

    private synchronized boolean isNews(String address, int sequence) throws IOException {
        Integer before = kept.records().get(address);
        if (!kept.wearables().containsKey(address) || (before != null && before == sequence)) {
            return false;
        }
        Map<String, Integer> records = new HashMap<>(kept.records());
        records.put(address, sequence);
        keep(new Kept(kept.wearables(), records));
        return true;
    }

    private void admit(Set<String> addresses) {
        radio.admit(addresses.stream().sorted().limit(Radio.ADMITTED_MAX).collect(Collectors.toSet()));
    }

    private void keep(Kept next) throws IOException {
        PrivateFiles.write(file, WireJson.mapper().writeValueAsBytes(next));
        kept = next;
    }
}
