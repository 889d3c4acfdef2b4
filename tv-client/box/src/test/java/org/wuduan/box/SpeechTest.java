package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuduan.contract.Language;

/** With the real espeak-ng. */
class SpeechTest {
    @TempDir
    Path folder;

    @Test
    void chinese_and_english_are_spoken_as_wav_with_sound_in_it() throws Exception {
        var speech = speech("espeak-ng", 1 << 20);

        for (Path file : List.of(
                speech.speak(Language.ZH_CN, "血压 142,86"), speech.speak(Language.EN, "Blood pressure 142 over 86"))) {
            byte[] wav = Files.readAllBytes(file);
            assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
            assertThat(loudest(wav)).isGreaterThan(1_000);
        }
    }

    @Test
    void a_text_is_spoken_once_and_then_kept() throws Exception {
        var speech = speech("espeak-ng", 1 << 20);
        assertThat(speech.kept(Language.EN, "Hello")).isEmpty();

        Path first = speech.speak(Language.EN, "Hello");

        assertThat(speech.kept(Language.EN, "Hello")).contains(first);
        assertThat(speech.kept(Language.ZH_CN, "Hello")).isEmpty();
    }

    @Test
    void a_text_that_looks_like_an_option_is_only_spoken() throws Exception {
        Path file = speech("espeak-ng", 1 << 20).speak(Language.EN, "--version; rm -rf $(HOME) `id`");

        assertThat(loudest(Files.readAllBytes(file))).isGreaterThan(1_000);
    }

    @Test
    void the_kept_files_stay_within_their_limit_and_the_newest_stays() throws Exception {
        var speech = speech("espeak-ng", 80_000);

        Path last = folder;
        for (String text : List.of("one", "two", "three", "four", "five")) {
            last = speech.speak(Language.EN, text);
        }

        var kept = new ArrayList<Path>();
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder.resolve("speech"))) {
            for (Path file : files) {
                kept.add(file);
                bytes += Files.size(file);
            }
        }
        assertThat(kept).contains(last).hasSizeLessThan(5);
        assertThat(bytes).isLessThanOrEqualTo(80_000);
    }

    @Test
    void what_was_not_spoken_for_a_month_is_forgotten() throws Exception {
        var speech = speech("espeak-ng", 1 << 20);
        Path old = speech.speak(Language.EN, "142 over 86");
        Path older = speech.speak(Language.EN, "150 over 90");
        Instant limit = Fixtures.NOW.minus(Speech.KEPT_UNUSED_MAX);
        Files.setLastModifiedTime(old, FileTime.from(limit));
        Files.setLastModifiedTime(older, FileTime.from(limit.minusSeconds(1)));

        speech("espeak-ng", 1 << 20);

        assertThat(old).exists();
        assertThat(older).doesNotExist();
    }

    @Test
    void without_the_program_there_is_no_voice() throws IOException {
        var speech = speech(folder.resolve("missing").toString(), 1 << 20);

        assertThatThrownBy(() -> speech.speak(Language.EN, "Hello")).isInstanceOf(IOException.class);
        assertThat(speech.kept(Language.EN, "Hello")).isEmpty();
    }

    private Speech speech(String program, long keptBytesMax) throws IOException {
        return new Speech(folder.resolve("speech"), program, keptBytesMax, Fixtures.CLOCK);
    }

    /** The largest sample; the canonical WAV header has 44 bytes. */
    private static int loudest(byte[] wav) {
        var samples = ByteBuffer.wrap(wav, 44, wav.length - 44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int loudest = 0;
        while (samples.hasRemaining()) {
            loudest = Math.max(loudest, Math.abs(samples.get()));
        }
        return loudest;
    }
}
