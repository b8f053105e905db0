package dev.gangway.gan.torchscript;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What one update with Nesterov momentum reads and writes; every list has one array per parameter, in the same order.
 *
 * @param parameters written
 * @param gradients read
 * @param velocities decayed sums of the gradients, written
 */
public record NesterovTensors(List<NDArray> parameters, List<NDArray> gradients, List<NDArray> velocities) {}
