/**
 * Backup and restore of a data folder: the database while it runs, and every file that must survive, in one encrypted file
 * whose every byte is verified before anything is restored. Owns the format of that file.
 */
@NullMarked
package org.wuduan.launcher.backup;

import org.jspecify.annotations.NullMarked;
