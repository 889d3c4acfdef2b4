package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a whole file can't be read. */
public enum ImportFileFault {
    @JsonProperty("empty")
    EMPTY,
    @JsonProperty("encoding")
    ENCODING,
    @JsonProperty("spreadsheet")
    SPREADSHEET,
    @JsonProperty("quotes")
    QUOTES,
    @JsonProperty("column_missing")
    COLUMN_MISSING,
    @JsonProperty("column_twice")
    COLUMN_TWICE,
    @JsonProperty("column_unknown")
    COLUMN_UNKNOWN,
    @JsonProperty("rows")
    ROWS,
    @JsonProperty("size")
    SIZE
}
