package org.wuduan.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wuduan.acceptance.Terminal.SeenTile;

/** Who is in a call, and what each of them must see and hear of the others. */
record InTheCall(Map<Terminal, SeatCode> seats) {

    /** Every terminal reads, from the pixels of each other seat's tile, the code that belongs to the tile's label. */
    void everyoneSeesEveryone() {
        Patience.calmlyUntilNothingIsMissing(() -> missing(this::unseen));
    }

    /** Every terminal goes on decoding new frames of everybody: counters and frame counts grow. */
    void everyPictureMoves() {
        var before = seats.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), terminal -> framesBySeat(terminal)));
        Patience.untilNothingIsMissing(
                () -> missing(terminal -> stillAt(terminal, before.getOrDefault(terminal, new HashMap<>()))));
    }

    /** Somewhere a picture stands still: the media is really gone. */
    void everyPictureIsLost() {
        var before = seats.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), terminal -> framesBySeat(terminal)));
        Patience.until(
                "pictures stop",
                () -> seats.keySet().stream()
                        .allMatch(terminal -> stillAt(terminal, before.getOrDefault(terminal, new HashMap<>()))
                                .isPresent()));
    }

    void everyScreenSaysThatTheLinkIsLost() {
        Patience.untilNothingIsMissing(() -> missing(
                terminal -> terminal.shows("[data-link='lost']") ? Optional.empty() : Optional.of("says nothing")));
    }

    /** The hub starts while two calls' worth of video keeps the machine busy: that may take its time. */
    void everyScreenSaysThatTheLinkIsUp() {
        Patience.until(
                "no screen says any more that the link is lost",
                Stack.READY_WITHIN,
                () -> seats.keySet().stream().noneMatch(terminal -> terminal.shows("[data-link='lost']")));
    }

    /** Every terminal plays the tones of all others that have a microphone. */
    void everyoneHearsEveryone() {
        Patience.calmlyUntilNothingIsMissing(() -> missing(this::unheard));
    }

    /** No tile shows a person of anybody else's call, and nobody is there twice. */
    void nobodyElseIsThere() {
        Patience.calmlyUntilNothingIsMissing(() -> missing(this::tooMany));
    }

    private String missing(Function<Terminal, Optional<String>> lack) {
        return seats.keySet().stream()
                .flatMap(terminal -> lack.apply(terminal).stream().map(text -> terminal.name() + ": " + text))
                .collect(Collectors.joining("; "));
    }

    private Optional<String> unseen(Terminal terminal) {
        var tiles = terminal.tiles();
        var lacking = others(terminal).stream()
                .filter(seat -> tiles.stream().noneMatch(tile -> shows(tile, seat)))
                .map(SeatCode::label)
                .toList();
        return lacking.isEmpty() ? Optional.empty() : Optional.of("does not see " + lacking + " in " + tiles);
    }

    private static boolean shows(SeenTile tile, SeatCode seat) {
        return tile.label().equals(seat.label()) && tile.code().equals(Optional.of(seat.code()));
    }

    private static Map<String, Integer> framesBySeat(Terminal terminal) {
        return terminal.tiles().stream()
                .collect(Collectors.toMap(SeenTile::seat, SeenTile::frames, Math::max, HashMap::new));
    }

    private Optional<String> stillAt(Terminal terminal, Map<String, Integer> before) {
        var now = framesBySeat(terminal);
        // A picture built anew, on another bridge, is counted from nothing again; one that is away has not moved.
        before.replaceAll((seat, frames) -> Math.min(frames, now.getOrDefault(seat, frames)));
        var still = before.entrySet().stream()
                .filter(entry -> now.getOrDefault(entry.getKey(), 0) <= entry.getValue() + 5)
                .map(Map.Entry::getKey)
                .toList();
        return still.isEmpty() ? Optional.empty() : Optional.of("stands still: " + still);
    }

    private Optional<String> unheard(Terminal terminal) {
        var all = List.copyOf(seats.values());
        var wanted = others(terminal).stream()
                .filter(SeatCode::isHeard)
                .map(SeatCode::hertz)
                .collect(Collectors.toCollection(TreeSet::new));
        var heard = terminal.heard(all);
        wanted.removeAll(heard);
        return wanted.isEmpty() ? Optional.empty() : Optional.of("does not hear " + wanted + " Hz but " + heard);
    }

    private Optional<String> tooMany(Terminal terminal) {
        var tiles = terminal.tiles();
        var expected = others(terminal);
        boolean right = tiles.size() == expected.size()
                && tiles.stream()
                        .allMatch(tile ->
                                tile.code().isEmpty() || expected.stream().anyMatch(seat -> shows(tile, seat)));
        return right ? Optional.empty() : Optional.of("shows " + tiles + ", expected " + expected);
    }

    private List<SeatCode> others(Terminal terminal) {
        return seats.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(terminal))
                .map(Map.Entry::getValue)
                .toList();
    }
}
