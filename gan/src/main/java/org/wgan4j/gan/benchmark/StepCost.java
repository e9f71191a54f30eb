package org.wgan4j.gan.benchmark;

import java.util.stream.DoubleStream;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.objective.CriticPasses;
import org.wgan4j.gan.recipe.Recipe;

/**
 * The arithmetic of an iteration with direct convolutions, in billions of floating-point operations (GFLOP).
 *
 * <p>Counted are linear layers, convolutions and their transposes, two operations a multiplication, taps on padding included; all else is small.
 * Write G and C for one forward pass of the generator and the critic. A gradient with respect to all weights of a network costs as much as its
 * forward pass, and so does one with respect to its input; where the gradient of the input is not needed, the first layer's share is left out
 * (G', C').
 *
 * <ul>
 *   <li>A critic step makes fakes without a graph, G, and passes real and fake images forward and back, 2 (C + C + C').
 *   <li>The gradient penalty adds a forward pass for the slopes and the transposed chain, C each, and the gradient of that chain with respect
 *       to its weights, C, and to what flows through it, C without the layer at which the chain begins, which is the critic's last.
 *   <li>A generator step is G + G + G' for the generator and, the critic's weights being frozen, C + C for the critic.
 *   <li>In the simultaneous schedule the fakes are made once, and the generator step uses the critic step's forward passes.
 *   <li>In the split schedule a critic step sees half a batch of real and half a batch of fake images, and pays no penalty.
 * </ul>
 *
 * @param criticStep GFLOP of one critic step
 * @param generatorStep GFLOP of one generator step
 * @param criticSteps critic steps in an iteration
 */
record StepCost(double criticStep, double generatorStep, int criticSteps) {
    /**
     * The cost of a recipe's iteration on full batches.
     *
     * @param passes of a critic step of its objective
     */
    static StepCost of(Recipe recipe, CriticPasses passes, NetworkSpec generator, NetworkSpec critic) {
        Multiplications g = Multiplications.of(generator);
        Multiplications c = Multiplications.of(critic);
        double onScores = passes.scored() * (c.forward() + c.backward());
        double criticStep = g.forward() + onScores + passes.inputGradients() * c.penalty();
        double generatorsGradient = c.forward() + g.backward();
        double generatorStep = g.forward() + c.forward() + generatorsGradient;
        double gflop = 2 * recipe.batchSize() / 1e9;
        int criticSteps = recipe.objective().criticSteps();
        return switch (recipe.objective().schedule()) {
            case ALTERNATING -> new StepCost(gflop * criticStep, gflop * generatorStep, criticSteps);
            case SIMULTANEOUS -> new StepCost(gflop * criticStep, gflop * generatorsGradient, criticSteps);
            case SPLIT -> new StepCost(gflop / 2 * (g.forward() + onScores), gflop * generatorStep, criticSteps);
        };
    }

    /** GFLOP of the iteration. */
    double total() {
        return criticSteps * criticStep + generatorStep;
    }

    /**
     * The multiplications of a network for one sample.
     *
     * @param forward those of all layers
     * @param first those of the first layer that multiplies
     * @param last those of the last one
     */
    private record Multiplications(double forward, double first, double last) {
        static Multiplications of(NetworkSpec network) {
            double[] layers = network.placedLayers().stream()
                    .mapToDouble(NetworkSpec.PlacedLayer::multiplications)
                    .filter(count -> count > 0)
                    .toArray();
            return layers.length == 0
                    ? new Multiplications(0, 0, 0)
                    : new Multiplications(DoubleStream.of(layers).sum(), layers[0], layers[layers.length - 1]);
        }

        /** The gradients of all weights; that of the input is not needed. */
        double backward() {
            return forward + (forward - first);
        }

        double penalty() {
            return forward + forward + forward + (forward - last);
        }
    }
}
