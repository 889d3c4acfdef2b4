package org.wuduan.launcher;

/** The text of a properties file, one setting a line; a later line wins over an earlier one. */
final class Lines {

    private final StringBuilder text = new StringBuilder();

    static Lines of(String key, Object value) {
        return new Lines().and(key, value);
    }

    Lines and(String key, Object value) {
        var escaped =
                value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        text.append(key).append('=').append(escaped).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}
