/**
 * What is known of single models of wearables, as data: {@code device-models.json}, with its schema beside it. Owns nothing
 * that happens; the radio asks it how to treat a device. A model that is not known gets the safe default.
 */
@NullMarked
package org.wuduan.wearables.models;

import org.jspecify.annotations.NullMarked;
