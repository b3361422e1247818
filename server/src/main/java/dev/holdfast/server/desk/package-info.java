/// The desk's commands and public pages: a class for each word and page, thin over the module desk.
@NullMarked
package dev.holdfast.server.desk;

import org.jspecify.annotations.NullMarked;
