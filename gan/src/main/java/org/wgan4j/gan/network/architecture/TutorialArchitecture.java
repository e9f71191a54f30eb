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
import org.wgan4j.gan.convolution.Padding;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.network.layer.Convolution;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.LeakyRelu;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.OutputActivation;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.TransposedConvolution;
import org.wgan4j.gan.recipe.NetworkSettings;

/** The networks of TensorFlow's DCGAN tutorial. Immutable and safe for use by several threads. */
public final class TutorialArchitecture implements Architecture {
    @Override
    public String name() {
        return "tutorial";
    }

    @Override
    public String summary() {
        return "The networks of TensorFlow's DCGAN tutorial: 5x5 convolutions with stride 2 of 64 and 128 channels against transposed ones.";
    }

    /** The generator of TensorFlow's DCGAN tutorial: 2,330,944 parameters for 100 latents and 1 x 28 x 28. */
    @Override
    public NetworkSpec generator(NetworkSettings settings, ImageShape image) {
        requireImages("generator", this, image);
        requireMultiplesOf4(image);
        long rows = image.height() / 4;
        long columns = image.width() / 4;
        Padding padding = padding(settings, 5);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Linear(rows * columns * 256, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new Reshape(Shape.of(256, rows, columns)));
        layers.add(new TransposedConvolution(128, 5, 1, padding, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new TransposedConvolution(64, 5, 2, padding, false, GLOROT, ZEROS));
        normalise(layers, settings.generatorBatchNorm(), BatchNorm.keras());
        layers.add(new LeakyRelu(0.3));
        layers.add(new TransposedConvolution(image.channels(), 5, 2, padding, false, GLOROT, ZEROS));
        layers.add(new OutputActivation(OutputActivation.Nonlinearity.TANH));
        return new NetworkSpec(Shape.of(settings.latentSize()), layers);
    }

    /** The discriminator of the same tutorial: 212,865 parameters for 1 x 28 x 28. */
    @Override
    public NetworkSpec critic(NetworkSettings settings, ImageShape image) {
        requireImages("critic", this, image);
        List<Layer> layers = new ArrayList<>();
        for (long channels : new long[] {64, 128}) {
            layers.add(new Convolution(channels, 5, 2, padding(settings, 5), true, GLOROT, ZEROS));
            normalise(layers, settings.criticBatchNorm(), BatchNorm.keras());
            layers.add(new LeakyRelu(0.3));
            dropOut(layers, settings);
        }
        return scored(image, layers, new Linear(1, true, GLOROT, ZEROS));
    }
}
