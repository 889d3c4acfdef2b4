/**
 * Tables that people bring as files: their text, whatever its encoding, and their cells by the headings. Owns no table of the
 * database, knows no domain: whoever wants a file says which columns it has. Sends no events.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.wuduan.hub.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
