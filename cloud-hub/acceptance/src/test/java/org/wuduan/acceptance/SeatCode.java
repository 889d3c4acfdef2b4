package org.wuduan.acceptance;

/**
 * What a terminal's camera shows and its microphone hears, so that others can tell whom they see and hear.
 *
 * @param code 1 to 30, drawn as cells
 * @param label the name that a tile with this picture must carry
 */
record SeatCode(int code, String label) {
    private static final int LOWEST_HERTZ = 500;
    private static final int STEP_HERTZ = 170;
    private static final String[] COLOURS = {"#3f6f8f", "#7a5c8e", "#4d7f5b", "#9a6b3f", "#5c6b9a", "#8a4f5c", "#3f8a86"
    };

    int hertz() {
        return LOWEST_HERTZ + STEP_HERTZ * code;
    }

    /** The line that goes before seat-camera.js. */
    String script() {
        return "window.WUDUAN_SEAT = { code: %d, hertz: %d, colour: '%s' };\n"
                .formatted(code, hertz(), COLOURS[code % COLOURS.length]);
    }
}
