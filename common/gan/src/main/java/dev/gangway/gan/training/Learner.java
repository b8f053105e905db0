package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Optimizer;
import dev.gangway.gan.optimizer.OptimizerSettings;
import dev.gangway.gan.torchscript.Operations;
import java.util.ArrayList;
import java.util.List;

/** Networks that go down one loss together, each with its optimizer. */
final class Learner {

    private final Operations operations;
    private final List<NetworkRole> roles;
    private final List<Parameters> networks = new ArrayList<>();
    private final List<Optimizer> optimizers = new ArrayList<>();

    Learner(StageContext context, TrainingState state, OptimizerSettings settings, NetworkRole... roles) {
        this.operations = context.operations();
        this.roles = List.of(roles);
        for (NetworkRole role : roles) {
            Parameters network = state.require(role);
            networks.add(network);
            optimizers.add(settings.of(operations, network, state.moments(role)));
        }
    }

    /**
     * One update along the gradients of {@code loss}, a scalar that was recorded; they live in {@code scope}, the update's. Leaves the gradients' norm for each network
     * in {@code terms}, as in {@code generator.gradient-norm}.
     */
    void descend(NDManager scope, NDArray loss, double rate, Terms terms) {
        List<NDArray> variables = networks.stream()
                .flatMap(network -> network.variables().values().stream())
                .toList();
        NDList gradients = operations.gradients(scope, loss, variables);
        int start = 0;
        for (int i = 0; i < networks.size(); i++) {
            int end = start + networks.get(i).variables().size();
            List<NDArray> own = gradients.subList(start, end);
            terms.put(roles.get(i).part() + ".gradient-norm", operations.totalNorm(scope, own));
            optimizers.get(i).update(own, rate);
            start = end;
        }
    }
}
