package org.wuduan.launcher;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A QR code of letters, two rows of it to a line, for a phone's camera before a terminal. Light squares are drawn and dark
 * ones left out: most terminals are dark, and on a light one phones read it the other way round.
 */
final class QrLines {

    /** In squares; ISO 18004 asks for four, phones are content with less. */
    private static final int BORDER = 2;

    /** Upper square dark or light, then the lower. */
    private static final String[][] SQUARES = {{" ", "▄"}, {"▀", "█"}};

    private QrLines() {}

    /** @param text at most a few hundred letters; an address of ours is far shorter */
    static List<String> of(String text) {
        var squares = squares(text);
        var lines = new ArrayList<String>();
        for (int row = 0; row < squares.getHeight(); row += 2) {
            var line = new StringBuilder();
            for (int column = 0; column < squares.getWidth(); column++) {
                line.append(SQUARES[light(squares, column, row)][light(squares, column, row + 1)]);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Below the last row there is border, hence light. */
    private static int light(BitMatrix squares, int column, int row) {
        return row < squares.getHeight() && squares.get(column, row) ? 0 : 1;
    }

    private static BitMatrix squares(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, BORDER, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds this", tooLong);
        }
    }
}
