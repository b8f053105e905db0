package dev.gangway.gateway.submission;

import dev.gangway.contracts.recipe.CompletionSettings;
import dev.gangway.contracts.training.CheckpointReference;

/**
 * By what images are completed.
 *
 * @param checkpoint which networks
 * @param imageSize height and width in pixels of the squares that they take
 * @param settings how
 */
record CompletionMethod(CheckpointReference checkpoint, int imageSize, CompletionSettings settings) {}
