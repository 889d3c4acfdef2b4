package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the text of a file was encoded. */
public enum TextEncoding {
    @JsonProperty("utf-8")
    UTF_8,
    @JsonProperty("gb18030")
    GB18030
}
