package org.wgan4j.gan.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.torch.Compute;

/**
 * A Wasserstein objective that bounds the critic's slope by a penalty on the norm of its gradient; implementations differ in the penalty alone.
 *
 * <p>Implementations hold numbers only and are safe for use by several threads.
 */
public interface PenalisedWasserstein extends Wasserstein {
    /** The penalty with its weight. */
    GradientPenalty gradientPenalty();

    @Override
    default Optional<Loss> regularisation(Critic critic, Tensor real, Tensor fake, ForwardContext context) {
        return Optional.of(gradientPenalty().loss(critic, real, fake, context));
    }

    @Override
    default CriticPasses passes() {
        return new CriticPasses(2, 1);
    }

    @Override
    default List<String> check(Critic critic, Compute compute) {
        List<String> notes = new ArrayList<>(Wasserstein.super.check(critic, compute));
        gradientPenalty().check(critic, compute);
        return notes;
    }

    /** A factory of such objectives, with the settings of Gulrajani et al. 2017, Algorithm 1. */
    interface PenaltyFactory extends ObjectiveFactory {
        @Override
        default String defaults() {
            return """
                    objective: {criticSteps: 5, penalty: 10}
                    generatorOptimizer: {name: adam, learningRate: 0.0001, beta1: 0, beta2: 0.9, epsilon: 1e-8, epsilonPlacement: outside-root}
                    criticOptimizer: {name: adam, learningRate: 0.0001, beta1: 0, beta2: 0.9, epsilon: 1e-8, epsilonPlacement: outside-root}
                    """;
        }

        @Override
        default Set<String> settings() {
            return Set.of("penalty");
        }

        @Override
        default Optional<String> refusal(Schedule schedule) {
            return schedule == Schedule.SPLIT ? Optional.of(GradientPenalty.NEEDS_BOTH) : Optional.empty();
        }
    }
}
