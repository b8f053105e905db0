package dev.gangway.gan.torchscript;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What one RMSProp update reads and writes; every list has one array per parameter, in the same order.
 *
 * @param parameters written
 * @param gradients read
 * @param squares running means of the squared gradients, written
 */
public record RmsPropTensors(List<NDArray> parameters, List<NDArray> gradients, List<NDArray> squares) {}
