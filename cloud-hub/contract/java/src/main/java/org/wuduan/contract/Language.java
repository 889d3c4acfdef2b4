package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Choices of Language. */
public enum Language {
    @JsonProperty("zh-CN")
    ZH_CN,
    @JsonProperty("en")
    EN
}
