package org.wuduan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrLinesTest {
    private static final int BORDER = 2;

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/trust", "https://192.168.100.200:8443/trust"})
    void what_is_printed_is_read_back(String address) throws Exception {
        assertThat(read(QrLines.of(address))).isEqualTo(address);
    }

    @Test
    void it_fits_on_a_terminal_of_eighty_columns_and_twenty_four_rows() {
        var lines = QrLines.of("https://192.168.100.200:65535/trust");

        assertThat(lines)
                .hasSizeLessThan(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(76));
    }

    @Test
    void what_no_code_holds_is_refused() {
        assertThatThrownBy(() -> QrLines.of("x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(List<String> lines) throws Exception {
        int size = lines.getFirst().length() - 2 * BORDER;
        var squares = new BitMatrix(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                char drawn = lines.get((y + BORDER) / 2).charAt(x + BORDER);
                boolean isLight = drawn == '█' || drawn == ((y + BORDER) % 2 == 0 ? '▀' : '▄');
                if (!isLight) {
                    squares.set(x, y);
                }
            }
        }
        return new Decoder().decode(squares).getText();
    }
}
