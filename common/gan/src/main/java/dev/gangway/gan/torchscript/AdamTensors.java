package dev.gangway.gan.torchscript;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What one Adam update reads and writes; every list has one array per parameter, in the same order.
 *
 * @param parameters written
 * @param gradients read
 * @param means running means of the gradients, written
 * @param squares running means of the squared gradients, written
 * @param steps how many updates each parameter has had, float32 scalars, written
 */
public record AdamTensors(
        List<NDArray> parameters,
        List<NDArray> gradients,
        List<NDArray> means,
        List<NDArray> squares,
        List<NDArray> steps) {}
