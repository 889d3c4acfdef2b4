package org.wuduan.acceptance;

/**
 * What a terminal's camera shows and its microphone hears, so that others can tell whom they see and hear.
 *
 * @param code 1 to 30, drawn as cells
 * @param label the name that a tile with this picture must carry
 * @param isHeard whether the terminal has a microphone
 */
record SeatCode(int code, String label, boolean isHeard) {
    /** Pictures a second: enough to see that they move, and few enough for five terminals on one small machine. */
    private static final int RATE = 5;

    private static final int LOWEST_HERTZ = 500;
    private static final int STEP_HERTZ = 170;
    private static final String[] COLOURS = {"#3f6f8f", "#7a5c8e", "#4d7f5b", "#9a6b3f", "#5c6b9a", "#8a4f5c", "#3f8a86"
    };

    SeatCode(int code, String label) {
        this(code, label, true);
    }

    SeatCode withoutMicrophone() {
        return new SeatCode(code, label, false);
    }

    int hertz() {
        return LOWEST_HERTZ + STEP_HERTZ * code;
    }

    /** The line that goes before seat-camera.js. */
    String script() {
        return "window.WUDUAN_SEAT = { code: %d, hertz: %d, colour: '%s', rate: %d };\n"
                .formatted(code, isHeard ? hertz() : 0, COLOURS[code % COLOURS.length], RATE);
    }
}
