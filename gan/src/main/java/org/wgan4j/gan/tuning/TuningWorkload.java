package org.wgan4j.gan.tuning;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.network.Critic;
import org.wgan4j.gan.network.Generator;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.objective.Loss;
import org.wgan4j.gan.objective.Objective;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.loop.CloseOnFailure;
import org.wgan4j.gan.training.loop.ModelDefinition;

/** Training steps on random networks and images, to be timed. For use by one thread. */
final class TuningWorkload implements AutoCloseable {
    private static final RandomStream RANDOM = RandomStream.root(0).child("rehearsal");

    private final Generator generator;
    private final Critic critic;
    private final Objective objective;
    private final Compute compute;
    private final Tensor real;
    private final int images;

    TuningWorkload(ModelDefinition model, Compute compute, int images, ConvolutionPlan convolutionPlan) {
        this.compute = compute;
        this.images = images;
        objective = model.objective();
        try (CloseOnFailure opened = new CloseOnFailure()) {
            generator =
                    new Generator(opened.add(Network.create(model.generator(), compute, RANDOM.child("generator"))));
            critic = new Critic(opened.add(Network.create(model.critic(), compute, RANDOM.child("critic"))));
            generator.network().use(convolutionPlan);
            critic.network().use(convolutionPlan);
            real = NativeScope.get(() -> NativeScope.keep(
                    RANDOM.child("real").uniform(compute, model.critic().input().batched(images))));
            opened.keep();
        }
    }

    /** A critic step without its update: fakes, loss, gradient. */
    void criticStep() {
        Tensor fake = Tensors.withoutGradients(() -> generator.sample(images, RANDOM.child("latents"), context()));
        Loss loss = objective.criticLoss(critic, real, fake, context());
        gradients(loss, critic.network());
    }

    /** A generator step without its update. */
    void generatorStep() {
        Tensor fake = generator.sample(images, RANDOM.child("latents"), context());
        Loss loss = critic.network().frozen(() -> objective.generatorLoss(critic, fake, context()));
        gradients(loss, generator.network());
    }

    private ForwardContext context() {
        return ForwardContext.training(compute, RANDOM.child("pass"));
    }

    private static void gradients(Loss loss, Network network) {
        TensorVector weights = new TensorVector(network.trainable().values().toArray(new Tensor[0]));
        Tensors.gradients(loss.total(), weights, false, false);
    }

    @Override
    public void close() {
        generator.close();
        critic.close();
        real.close();
    }
}
