package org.wgan4j.gan.network.architecture;

import static org.wgan4j.gan.network.architecture.ArchitectureParts.GLOROT;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.ZEROS;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.dropOut;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.normalise;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.padding;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.requireImages;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.requireMultiplesOf4;
import static org.wgan4j.gan.network.architecture.ArchitectureParts.scored;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.TransposedConvolution;
import org.wgan4j.gan.recipe.NetworkSettings;

/** The networks of the digit tutorials. Immutable and safe for use by several threads. */
public final class DigitArchitecture implements Architecture {
    @Override
    public String name() {
        return "digit";
    }

    @Override
    public String summary() {
        return "The networks of the digit tutorials: two 4x4 convolutions with stride 2 of 64 channels against transposed ones.";
    }

    /** The digit generator: 851,713 parameters for 50 latents and 1 x 28 x 28. */
    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        requireImages("generator", this, image);
        requireMultiplesOf4(image);
        Init init = new Init.Normal(0.03);
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(rows * columns * 128, true, init, ZEROS));
        layers.add(new LeakyRelu(0.2));
        layers.add(new Reshape(Shape.of(128, rows, columns)));
        for (int i = 0; i < 2; i++) {
            layers.add(new TransposedConvolution(128, 4, 2, padding(settings, 4), true, init, ZEROS));
            normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.2));
        }
        layers.add(new Convolution(image.channels(), 7, 1, padding(settings, 7), true, init, ZEROS));
        layers.add(new OutputActivation(OutputActivation.Nonlinearity.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The digit critic: 70,337 parameters for 1 x 28 x 28 with batch norm. */
    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        requireImages("critic", this, image);
        Init init = new Init.Normal(0.02);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            layers.add(new Convolution(64, 4, 2, padding(settings, 4), true, init, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.2));
            dropOut(layers, settings);
        }
        return scored(image, layers, new Linear(1, true, GLOROT, ZEROS));
    }
}
