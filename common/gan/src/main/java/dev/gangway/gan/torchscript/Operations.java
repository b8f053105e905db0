package dev.gangway.gan.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The few ATen operations that DJL does not expose: transposed convolution, exact gradients of first and second order,
 * and optimizer updates over all tensors of a network at once.
 *
 * <p>They are methods of a TorchScript class (resource {@code operations.ts}) that run on the tensors of DJL's eager
 * operations, autograd included. A result belongs to the manager of the first array given, so an array of the running
 * step comes first and a parameter never does.
 *
 * <p>DJL runs a method either with autograd and with arrays as its only arguments, or with numbers too but without
 * autograd: layers and second-order gradients go the first way, everything else the second.
 *
 * <p>An instance may be used by several threads. Recording is a property of the calling thread, off by default.
 */
public final class Operations implements AutoCloseable {

    private final PtSymbolBlock script;
    private final NDManager names;
    private final Map<Layer, NDArray> layerNames = new EnumMap<>(Layer.class);
    private final Map<Layer, NDArray> reducedNames = new EnumMap<>(Layer.class);
    private final NDArray differentiableGradientName;

    private Operations(PtSymbolBlock script, NDManager names) {
        this.script = script;
        this.names = names;
        for (Layer layer : Layer.values()) {
            layerNames.put(layer, nameOf(layer.method()));
            if (layer.isConvolution()) {
                reducedNames.put(layer, nameOf(Precision.BFLOAT16.method(layer)));
            }
        }
        differentiableGradientName = nameOf("differentiable_gradient");
    }

    /** Loads the operations into {@code owner}; they work on the arrays of any manager and device. */
    public static Operations load(NDManager owner) {
        ByteArrayInputStream archive = new ByteArrayInputStream(ScriptArchive.of("operations.ts"));
        try {
            return new Operations(
                    JniUtils.loadModule((PtNDManager) owner, archive, false, false), owner.newSubManager());
        } catch (IOException e) {
            throw new UncheckedIOException("the TorchScript operations cannot be loaded", e);
        }
    }

    /** Runs {@code computation} with gradient recording on, then restores the thread's mode. */
    public <T> T recording(Supplier<T> computation) {
        return inMode(true, computation);
    }

    /** Runs {@code computation} with gradient recording off, then restores the thread's mode. */
    public <T> T withoutRecording(Supplier<T> computation) {
        return inMode(false, computation);
    }

    /** Applies {@code layer} to {@code x} with the arrays it takes, recorded when the thread records. */
    public NDArray apply(Layer layer, NDArray x, NDArray... others) {
        return apply(layerNames.get(layer), x, others);
    }

    /** Applies the convolution {@code kind} to {@code x} in {@code precision}, recorded when the thread records. */
    public NDArray convolve(Layer kind, Precision precision, NDArray x, NDArray weight, NDArray bias) {
        Map<Layer, NDArray> named = precision == Precision.FULL ? layerNames : reducedNames;
        return apply(named.get(kind), x, weight, bias);
    }

    /** The gradient of the scalar {@code y} in {@code x}, itself recorded, so that a loss may be built on it. */
    public NDArray differentiableGradient(NDArray y, NDArray x) {
        return differentiable(new NDList(differentiableGradientName, y, x), y);
    }

    /**
     * The gradients of the scalar {@code y} in each of {@code xs}, zeros where it does not depend on one; the recorded
     * graph of {@code y} is released. They are contiguous, which the fused Adam takes for granted on the CPU and
     * autograd does not always give.
     */
    public NDList gradients(NDArray y, List<NDArray> xs) {
        return gradients(y.getManager(), y, xs);
    }

    /** The same, as arrays of {@code scope}. */
    public NDList gradients(NDManager scope, NDArray y, List<NDArray> xs) {
        return call("gradients", result -> new NDList(result.toTensorArray((PtNDManager) scope)), of(y), list(xs));
    }

    /** One Adam update in place over all tensors of a network (Kingma and Ba 2015, Algorithm 1). */
    public void adam(AdamTensors tensors, double rate, double beta1, double beta2, double epsilon) {
        run(
                "adam",
                list(tensors.parameters()),
                list(tensors.gradients()),
                list(tensors.means()),
                list(tensors.squares()),
                list(tensors.steps()),
                IValue.from(rate),
                IValue.from(beta1),
                IValue.from(beta2),
                IValue.from(epsilon));
    }

    /** One RMSProp update in place over all tensors of a network (Tieleman and Hinton 2012), as PyTorch defines it. */
    public void rmsProp(RmsPropTensors tensors, double rate, double alpha, double epsilon) {
        run(
                "rms_prop",
                list(tensors.parameters()),
                list(tensors.gradients()),
                list(tensors.squares()),
                IValue.from(rate),
                IValue.from(alpha),
                IValue.from(epsilon));
    }

    /** One update with Nesterov's momentum in place over all tensors (Sutskever et al. 2013), as PyTorch defines it. */
    public void nesterov(NesterovTensors tensors, double rate, double momentum) {
        run(
                "nesterov",
                list(tensors.parameters()),
                list(tensors.gradients()),
                list(tensors.velocities()),
                IValue.from(rate),
                IValue.from(momentum));
    }

    /** Clamps every value of {@code parameters} in place to [-limit, limit]. */
    public void clip(List<NDArray> parameters, double limit) {
        run("clip", list(parameters), IValue.from(limit));
    }

    /** Moves each of {@code averages} in place towards its pair in {@code values} by the fraction {@code weight}. */
    public void average(List<NDArray> averages, List<NDArray> values, double weight) {
        run("average", list(averages), list(values), IValue.from(weight));
    }

    /** The Euclidean norm of all values of {@code xs} together, a scalar of {@code scope}: not finite when one is not. */
    public NDArray totalNorm(NDManager scope, List<NDArray> xs) {
        return call("total_norm", result -> result.toTensor((PtNDManager) scope), list(xs));
    }

    @Override
    public void close() {
        names.close();
        script.close();
    }

    private static <T> T inMode(boolean recording, Supplier<T> computation) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
        try {
            return computation.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private NDArray apply(NDArray name, NDArray x, NDArray... others) {
        NDList arguments = new NDList(name, x);
        arguments.addAll(Arrays.asList(others));
        return differentiable(arguments, x);
    }

    private NDArray nameOf(String method) {
        NDArray name = names.zeros(new Shape());
        name.setName("module_method:" + method);
        return name;
    }

    private NDArray differentiable(NDList arguments, NDArray first) {
        keepGraphAsWritten();
        NDArray result = IValueUtils.forward(script, arguments, true).singletonOrThrow();
        result.attach(first.getManager());
        return result;
    }

    private void run(String method, IValue... arguments) {
        call(method, result -> method, arguments);
    }

    private <T> T call(String method, Function<IValue, T> read, IValue... arguments) {
        keepGraphAsWritten();
        try (IValue result = IValueUtils.runMethod(script, method, arguments)) {
            return read.apply(result);
        } finally {
            for (IValue argument : arguments) {
                argument.close();
            }
        }
    }

    /**
     * Keeps the calling thread's graph optimizer off: it would replace operations by fused ones after the first calls,
     * and with them the bits of a run that was interrupted.
     */
    private static void keepGraphAsWritten() {
        JniUtils.setGraphExecutorOptimize(false);
    }

    private static IValue of(NDArray array) {
        return IValue.from((PtNDArray) array);
    }

    private static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
    }
}
