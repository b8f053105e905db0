package dev.gangway.completion.picture;

import dev.gangway.completion.network.ImageCompleter.Completed;

/**
 * A picture whose square the networks completed.
 *
 * @param source which picture
 * @param completed its square
 */
record SearchedPicture(NumberedPicture source, Completed completed) {}
